namespace OrgPortal.Tests.Logto.Wire;

/// <summary>One method of a client, and what is to go over the wire for it.</summary>
/// <param name="Name">As "IOrganizationsClient.GetAsync".</param>
/// <param name="Act">Calls it.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="PathAndQuery">What is called, below <c>/api/</c>.</param>
/// <param name="Template">The route without identifiers.</param>
/// <param name="Body">What is sent; nothing for a request without a body.</param>
/// <param name="Answer">What Logto answers; nothing where the answer is not read.</param>
internal sealed record LogtoCall(string Name, Func<IServiceProvider, Task> Act, string Method, string PathAndQuery, string Template, string? Body, string? Answer)
{
    /// <summary>Stands for a body that is a form with the file <c>logo.png</c>: its parts are divided by something else every time.</summary>
    public const string Form = "(a form with a file)";

    /// <summary>Whether it may be sent again when the answer to the first sending was lost.</summary>
    public bool IsRepeatable => Method is not ("POST" or "PATCH");

    public bool ListsThings => Answer?.StartsWith('[') is true;

    public string Request => $"{Method} /api/{PathAndQuery}";
}
