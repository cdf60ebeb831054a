namespace OrgPortal.Web.Logto;

/// <summary>What all identifiers of Logto have in common.</summary>
/// <typeparam name="TSelf">The identifier type.</typeparam>
public interface IIdentifier<TSelf> : IParsable<TSelf>
    where TSelf : struct, IIdentifier<TSelf>
{
    /// <summary>The identifier as Logto writes it; empty for the default value, which names nothing.</summary>
    string Value { get; }
}
