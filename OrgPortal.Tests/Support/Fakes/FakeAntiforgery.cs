using Microsoft.AspNetCore.Components.Forms;

namespace OrgPortal.Tests.Support.Fakes;

/// <summary>A token that no form is checked for.</summary>
internal sealed class FakeAntiforgery : AntiforgeryStateProvider
{
    public override AntiforgeryRequestToken? GetAntiforgeryToken() => new("token", "__RequestVerificationToken");
}
