using OrgPortal.Web.Features.Machines;

namespace OrgPortal.Tests.Features.Machines;

public sealed class MachineOptionsTests
{
    [Theory]
    [InlineData(-1, 730, "Portal:Machines:PerOrganization is -1. Set it to a number of machines, or to 0 where nobody is to make any.")]
    [InlineData(20, 0, "Portal:Machines:LongestSecretDays is 0. Set it to a number of days from 1 to 3650.")]
    [InlineData(20, 3651, "Portal:Machines:LongestSecretDays is 3651. Set it to a number of days from 1 to 3650.")]
    public void What_cannot_be_is_said_with_what_to_do(int machines, int days, string message) =>
        Assert.Equal([message], new MachineOptionsValidator().Validate(null, new MachineOptions { PerOrganization = machines, LongestSecretDays = days }).Failures);

    [Fact]
    public void What_comes_with_the_portal_can_be() => Assert.True(new MachineOptionsValidator().Validate(null, new MachineOptions()).Succeeded);
}
