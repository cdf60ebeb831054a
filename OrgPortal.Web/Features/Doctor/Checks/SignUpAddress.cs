namespace OrgPortal.Web.Features.Doctor.Checks;

/// <summary>People sign up and in with an e-mail address: an invitation is accepted by the account that has its address.</summary>
internal sealed class SignUpAddress : ITenantCheck
{
    private const string Email = "email";

    public string Id => CheckIds.SignUpAddress;

    public IReadOnlyList<string> Needs => [CheckIds.Access];

    public async Task<CheckOutcome> RunAsync(Examination examination, CancellationToken cancellationToken)
    {
        var settings = await examination.SignIn;
        return settings switch
        {
            { SignIn.Methods: { } methods } when methods.All(method => method.Identifier != Email) => CheckOutcome.Fail("sign-in"),
            { SignInMode: "SignIn" } => CheckOutcome.Warn("closed"),
            { SignUp.Identifiers: { } identifiers } when !identifiers.Contains(Email) => CheckOutcome.Fail("sign-up"),
            _ => CheckOutcome.Pass("address"),
        };
    }
}
