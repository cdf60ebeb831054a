namespace OrgPortal.Web.Api.Description;

/// <summary>What a request and its answer look like, for the description of the API.</summary>
/// <param name="Request">The body that is sent.</param>
/// <param name="Response">The body that is answered when all went well.</param>
internal sealed record ApiExample(object? Request, object? Response);
