namespace OrgPortal.Web.Components;

/// <summary>What a feature puts into the bar at the top of every page with a circuit.</summary>
public interface IBarTool
{
    /// <summary>A component without parameters: a button, and what it opens.</summary>
    Type Component { get; }
}
