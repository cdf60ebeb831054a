namespace OrgPortal.Tests.EndToEnd.Accessibility;

/// <summary>What makes pictures, and only where the environment says into which folder.</summary>
public sealed class PicturesTheoryAttribute : TheoryAttribute
{
    public PicturesTheoryAttribute(string variable)
    {
        Variable = variable;
        Skip = Environment.GetEnvironmentVariable(variable) is { Length: > 0 } ? new BrowserFactAttribute().Skip : $"Makes pictures where {variable} names a folder.";
    }

    /// <summary>The variable that names the folder.</summary>
    public string Variable { get; }
}
