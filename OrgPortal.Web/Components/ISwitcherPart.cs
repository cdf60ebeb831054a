namespace OrgPortal.Web.Components;

/// <summary>What a feature puts below the organizations that one can switch to. It is made, and reads, when the switcher is opened.</summary>
public interface ISwitcherPart
{
    /// <summary>A component without parameters that draws entries of the menu, or nothing.</summary>
    Type Component { get; }
}
