namespace OrgPortal.Web.Features.Operators;

/// <summary>Kinds of findings as the store, addresses and the API write them.</summary>
internal static class FindingKinds
{
    public const string NoAdministrator = "no_administrator";
    public const string WithoutRole = "without_role";
    public const string SharedDomain = "shared_domain";

    /// <summary>All of them, the gravest first.</summary>
    public static IReadOnlyList<FindingKind> All { get; } = [FindingKind.NoAdministrator, FindingKind.WithoutRole, FindingKind.SharedDomain];

    /// <summary>How it is written.</summary>
    public static string NameOf(FindingKind kind) => kind switch
    {
        FindingKind.NoAdministrator => NoAdministrator,
        FindingKind.WithoutRole => WithoutRole,
        _ => SharedDomain,
    };

    /// <summary>What was written; <see langword="null"/> for what is none.</summary>
    public static FindingKind? Parse(string? name) => name switch
    {
        NoAdministrator => FindingKind.NoAdministrator,
        WithoutRole => FindingKind.WithoutRole,
        SharedDomain => FindingKind.SharedDomain,
        _ => null,
    };

    /// <summary>A domain as it is compared: Logto keeps what it was given, also capitals.</summary>
#pragma warning disable CA1308 // The form of DNS is that of lower case.
    public static string Fold(string domain) => domain.Trim().TrimEnd('.').ToLowerInvariant();
#pragma warning restore CA1308
}
