namespace OrgPortal.Web.Features.Invitations.Importing;

/// <summary>Which rows of an import.</summary>
/// <param name="State">Only those in this state.</param>
/// <param name="Page">From 1.</param>
public sealed record ImportQuery(ImportRowState? State = null, int Page = 1)
{
    /// <summary>Rows a page.</summary>
    public const int PageSize = 50;
}
