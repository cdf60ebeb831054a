using OrgPortal.Web.Authentication;
using OrgPortal.Web.Components;

namespace OrgPortal.Web.App;

/// <summary>The signed-in person owns the drafts.</summary>
internal sealed class DraftOwner(ICurrentUser currentUser) : IDraftOwner
{
    public async ValueTask<string?> IdAsync() => (await currentUser.GetAsync())?.Id.Value;
}
