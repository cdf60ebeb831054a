using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Authentication.SignIn;

/// <summary>A sign-in through an enterprise's identity provider that is a test: nobody is signed in to the portal by it.</summary>
/// <param name="Organization">Whose identity provider.</param>
/// <param name="Connection">Which, as the portal knows it.</param>
/// <param name="Connector">Which, as Logto knows it.</param>
/// <param name="Trial">Which test.</param>
internal sealed record SignInTrial(OrganizationId Organization, Guid Connection, string Connector, Guid Trial)
{
    private const char Separator = '\n';

    /// <summary>Reads what <see cref="ToString"/> wrote; nothing where it is something else.</summary>
    public static SignInTrial? Read(string? text) =>
        text?.Split(Separator) is [var organization, var connection, var connector, var trial]
        && OrganizationId.TryParse(organization, null, out var whose) && Guid.TryParse(connection, out var which) && Guid.TryParse(trial, out var test)
            ? new SignInTrial(whose, which, connector, test)
            : null;

    /// <summary>In one text.</summary>
    public override string ToString() => string.Join(Separator, Organization, Connection, Connector, Trial);
}
