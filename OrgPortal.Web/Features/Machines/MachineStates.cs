namespace OrgPortal.Web.Features.Machines;

/// <summary>How far a machine is, as its row says.</summary>
internal static class MachineStates
{
    /// <summary>It is being made; an application may be in Logto, found by its mark while its id is not known.</summary>
    public const string Making = "making";

    /// <summary>Complete.</summary>
    public const string Active = "active";

    /// <summary>Taken out of the organization by the portal, to be put back with the same roles.</summary>
    public const string Off = "off";

    /// <summary>To be deleted in Logto; the row goes after that.</summary>
    public const string Ending = "ending";
}
