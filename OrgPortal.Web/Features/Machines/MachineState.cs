namespace OrgPortal.Web.Features.Machines;

/// <summary>Where a machine stands.</summary>
public enum MachineState
{
    /// <summary>It gets tokens for the organization.</summary>
    Active,

    /// <summary>Switched off here: it gets no tokens, and keeps its secrets.</summary>
    Off,

    /// <summary>Taken out of the organization in Logto itself, by whoever runs the tenant; only they put it back.</summary>
    Withdrawn,

    /// <summary>Its deletion was begun, and Logto has not confirmed it yet.</summary>
    Ending,

    /// <summary>In the organization, and made by somebody else: the organization sees it and may not touch it.</summary>
    Provided,
}
