using Microsoft.Extensions.DependencyInjection;
using OrgPortal.Tests.Support;
using OrgPortal.Web.App;
using OrgPortal.Web.App.Layout;
using OrgPortal.Web.Components;
using OrgPortal.Web.Features.Doctor;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Tests.Features.Doctor;

public sealed class OperatorMenuTests : MudTestContext
{
    private readonly FakeDoctorService _doctor = new();

    public OperatorMenuTests()
    {
        Services.AddSingleton<IDoctorService>(_doctor);
        Services.AddScoped<IPersonMenuSource, OperatorMenu>();
        User.SignIn(UserId.Parse("somebody0001"));
    }

    [Fact]
    public void An_operator_finds_the_console_in_the_menu()
    {
        var menu = Render<PersonMenu>();

        menu.WaitForAssertion(() => Assert.Equal("Operators", menu.Find($"a[href='{ShellPaths.Operators}']").TextContent.Trim()));
    }

    [Fact]
    public void Nobody_else_does()
    {
        _doctor.Denied = new NotFound();

        var menu = Render<PersonMenu>();

        menu.WaitForAssertion(() => Assert.NotEmpty(menu.FindAll("a.menu-item")));
        Assert.Empty(menu.FindAll($"a[href='{ShellPaths.Operators}']"));
    }
}
