namespace OrgPortal.Web.Features.Machines;

/// <summary>Where a secret stands.</summary>
public enum MachineSecretState
{
    /// <summary>It is taken.</summary>
    Valid,

    /// <summary>It is taken, and not for long any more.</summary>
    EndingSoon,

    /// <summary>It is not taken any more.</summary>
    Ended,
}
