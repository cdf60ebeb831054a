using OrgPortal.Web.Api;
using OrgPortal.Web.Api.Description;
using OrgPortal.Web.Api.Idempotency;
using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.Machines.Api;

/// <summary>An organization's machines over HTTP.</summary>
internal static class MachineEndpoints
{
    private const string Tag = "Machines";
    private const string All = "/organizations/{organization:id}/machines";
    private const string One = All + "/{machine:guid}";
    private const string Secrets = One + "/secrets";

    private static readonly Guid Id = Guid.Parse("0193a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b");
    private static readonly string[] Roles = ["m2v8x1k0q7c4z5b9n3a6d"];
    private static readonly DateTimeOffset Made = new(2026, 11, 24, 9, 30, 0, TimeSpan.Zero);

    private static readonly MachineResponse Sample = new(
        Id, "k4m2x8v1q7c0z5b9n3a6d", "Nightly export", "Copies orders into the warehouse", MachineState.Active, [new RoleReference(Roles[0], "service")], Made, "Alice Adams", Made.AddDays(180));

    private static readonly ShownSecretResponse Shown = new(Id, Sample.ClientId, "2026-11-24", "shown-this-once", Made.AddDays(180));

    /// <summary>Maps them.</summary>
    public static RouteGroupBuilder MapMachines(this RouteGroupBuilder api)
    {
        api.MapGet(All, ListAsync).Describe(
            "listMachines", Tag, "List the machines", "The organization's own, and those that somebody else has put into it. Needs applications.manage.")
            .Answers<MachineListResponse>()
            .Example(response: new MachineListResponse([Sample], [], 0, 20));
        api.MapGet(All + "/terms", GetTermsAsync).Describe(
            "getMachineTerms", Tag, "What a machine can be like", "The roles for machines, and which of them the caller could give. Needs applications.manage.")
            .Answers<MachineTermsResponse>()
            .Example(response: new MachineTermsResponse([new MachineRoleResponse(Roles[0], "service", "A machine working for the organization", true)], 730));
        api.MapPost(All, CreateAsync).Describe(
            "createMachine", Tag, "Make a machine", "With its first secret, which is shown this once. Asks for an identity proof of the last ten minutes. Needs applications.manage.")
            .Answers<ShownSecretResponse>(201).Fails(400, 409, 422)
            .ShowsOnce(ShownSecretResponse.SecretProperty)
            .Example(new NewMachineRequest("Nightly export", Roles, "Copies orders into the warehouse", null, 180), Shown);
        api.MapGet(One, GetAsync).Describe(
            "getMachine", Tag, "One machine", "With its secrets, but not their values, and what it takes to get a token. Needs applications.manage.")
            .Answers<MachineDetailsResponse>()
            .Example(response: new MachineDetailsResponse(Sample, [new MachineSecretResponse("2026-11-24", Made, Made.AddDays(180), MachineSecretState.Valid)], new Uri("https://logto.example/oidc/token"), ["read:member"], []));
        api.MapPut(One, ChangeAsync).Describe(
            "changeMachine", Tag, "Change a machine", "Name, description and roles of one that is in the organization. Needs applications.manage.")
            .Answers(204).Fails(400, 409)
            .Example(new MachineRequest("Nightly export", Roles));
        api.MapDelete(One, DeleteAsync).Describe(
            "deleteMachine", Tag, "Delete a machine", "With all its secrets. Tokens it has work until they end. Needs applications.manage.")
            .Answers(204);
        api.MapPut(One + "/state", SwitchAsync).Describe(
            "switchMachine", Tag, "Switch a machine off or on", "Off, it is not in the organization and gets no tokens for it; it keeps its secrets. Needs applications.manage.")
            .Answers(204).Fails(400, 409)
            .Example(new MachineStateRequest(false));
        api.MapGet(One + "/last-use", GetLastUseAsync).Describe(
            "getMachineUse", Tag, "When a machine last got a token", "As far as Logto's log goes back. Needs applications.manage.")
            .Answers<MachineUseResponse>()
            .Example(response: new MachineUseResponse(Made));
        api.MapPost(Secrets, CreateSecretAsync).Describe(
            "createMachineSecret", Tag, "Make a further secret", "Shown this once; at most five of a machine. Asks for an identity proof of the last ten minutes. Needs applications.manage.")
            .Answers<ShownSecretResponse>(201).Fails(400, 409, 422)
            .ShowsOnce(ShownSecretResponse.SecretProperty)
            .Example(new NewSecretRequest("Spring", 90), Shown with { Name = "Spring" });
        api.MapDelete(Secrets + "/{secret}", DeleteSecretAsync).Describe(
            "deleteMachineSecret", Tag, "Delete a secret", "Nothing gets a token with it any more; tokens got with it work until they end. Needs applications.manage.")
            .Answers(204);
        return api;
    }

    private static async Task<IResult> ListAsync(OrganizationId organization, IMachineService service, CancellationToken cancellationToken) =>
        (await service.ListAsync(organization, cancellationToken)).ToHttp(MachineListResponse.From);

    private static async Task<IResult> GetTermsAsync(OrganizationId organization, IMachineService service, CancellationToken cancellationToken) =>
        (await service.GetTermsAsync(organization, cancellationToken)).ToHttp(MachineTermsResponse.From);

    private static async Task<IResult> CreateAsync(OrganizationId organization, NewMachineRequest body, IMachineService service)
    {
        var read = new InputReader();
        var form = body.Read(read);
        return read.Wrong is { } wrong
            ? wrong.ToHttp()
            : (await service.CreateAsync(organization, form, new SecretForm(body.SecretName, body.ExpiresInDays))).Naming(("roles", "roleIds"))
                .ToCreated(ShownSecretResponse.From, made => $"/organizations/{organization}/machines/{made.Machine}");
    }

    private static async Task<IResult> GetAsync(OrganizationId organization, Guid machine, IMachineService service, CancellationToken cancellationToken) =>
        (await service.GetAsync(organization, machine, cancellationToken)).ToHttp(MachineDetailsResponse.From);

    private static async Task<IResult> ChangeAsync(OrganizationId organization, Guid machine, MachineRequest body, IMachineService service)
    {
        var read = new InputReader();
        var form = body.Read(read);
        return read.Wrong is { } wrong ? wrong.ToHttp() : (await service.ChangeAsync(organization, machine, form)).Naming(("roles", "roleIds")).ToHttp();
    }

    private static async Task<IResult> DeleteAsync(OrganizationId organization, Guid machine, IMachineService service) => (await service.DeleteAsync(organization, machine)).ToHttp();

    private static async Task<IResult> SwitchAsync(OrganizationId organization, Guid machine, MachineStateRequest body, IMachineService service)
    {
        var read = new InputReader();
        var isOn = read.Value("isOn", body.IsOn);
        return read.Wrong is { } wrong ? wrong.ToHttp() : (await service.SwitchAsync(organization, machine, isOn)).ToHttp();
    }

    private static async Task<IResult> GetLastUseAsync(OrganizationId organization, Guid machine, IMachineService service, CancellationToken cancellationToken) =>
        (await service.GetLastUseAsync(organization, machine, cancellationToken)).ToHttp(use => new MachineUseResponse(use.At));

    private static async Task<IResult> CreateSecretAsync(OrganizationId organization, Guid machine, NewSecretRequest body, IMachineService service) =>
        (await service.CreateSecretAsync(organization, machine, new SecretForm(body.Name, body.ExpiresInDays)))
            .ToCreated(ShownSecretResponse.From, made => $"/organizations/{organization}/machines/{made.Machine}");

    private static async Task<IResult> DeleteSecretAsync(OrganizationId organization, Guid machine, string secret, IMachineService service) =>
        (await service.DeleteSecretAsync(organization, machine, secret)).ToHttp();
}
