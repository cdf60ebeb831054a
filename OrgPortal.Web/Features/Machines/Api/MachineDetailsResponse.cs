using System.ComponentModel;

namespace OrgPortal.Web.Features.Machines.Api;

/// <summary>A machine with what it takes to use it.</summary>
internal sealed record MachineDetailsResponse(
    [property: Description("The machine.")] MachineResponse Machine,
    [property: Description("Its secrets, the newest first; their values were shown once.")] IReadOnlyList<MachineSecretResponse> Secrets,
    [property: Description("Where it gets tokens: grant_type=client_credentials, with client_id, client_secret, organization_id and scope.")] Uri TokenEndpoint,
    [property: Description("What it may do in the organization: the scopes it asks for.")] IReadOnlyList<string> Scopes,
    [property: Description("The names of the APIs at which its roles allow it something: tokens for these are asked for with resource too.")] IReadOnlyList<string> Apis)
{
    /// <summary>Maps it.</summary>
    public static MachineDetailsResponse From(MachineDetails details) =>
        new(MachineResponse.From(details.Machine), [.. details.Secrets.Select(MachineSecretResponse.From)], details.TokenEndpoint, details.Permissions, details.Apis);
}
