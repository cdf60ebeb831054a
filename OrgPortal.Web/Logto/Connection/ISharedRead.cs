namespace OrgPortal.Web.Logto.Connection;

/// <summary>A read that several wait for, whatever its type.</summary>
internal interface ISharedRead
{
    /// <summary>How many wait.</summary>
    int Waiting { get; }

    /// <summary>Reads, and answers everybody; never fails itself.</summary>
    Task RunAsync();
}
