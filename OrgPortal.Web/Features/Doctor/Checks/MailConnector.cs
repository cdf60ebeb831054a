namespace OrgPortal.Web.Features.Doctor.Checks;

/// <summary>Logto can send mail. Without it, links of invitations are handed over by hand; but nobody can sign up where addresses are verified.</summary>
internal sealed class MailConnector : ITenantCheck
{
    public string Id => CheckIds.MailConnector;

    public IReadOnlyList<string> Needs => [CheckIds.Access];

    public async Task<CheckOutcome> RunAsync(Examination examination, CancellationToken cancellationToken)
    {
        if (await examination.Mail is { } connector)
        {
            return CheckOutcome.Pass("there", connector.ConnectorId ?? connector.Type);
        }

        return await examination.SignIn is { SignUp.Verify: true } ? CheckOutcome.Fail("needed") : CheckOutcome.Warn("none");
    }
}
