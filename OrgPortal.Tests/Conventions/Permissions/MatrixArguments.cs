using System.Collections;
using System.Reflection;
using OrgPortal.Tests.Images;
using OrgPortal.Web.Authorization;
using OrgPortal.Tests.Features.EnterpriseSignIn;
using OrgPortal.Web.Features.EnterpriseSignIn;
using OrgPortal.Web.Features.Invitations.Importing;
using OrgPortal.Web.Features.JoinLinks;
using OrgPortal.Web.Features.Machines;
using OrgPortal.Web.Features.Security;
using OrgPortal.Web.Features.Webhooks;
using OrgPortal.Web.Logto;

namespace OrgPortal.Tests.Conventions.Permissions;

/// <summary>
/// Arguments with which an administrator gets to the end: identifiers of what is there, texts that are accepted. By the type and the name of a
/// parameter, so that a new method usually needs nothing here; where it does, <see cref="Special"/> is the place.
/// </summary>
internal static class MatrixArguments
{
    /// <summary>What one method needs otherwise than the others.</summary>
    private static readonly Dictionary<(string Operation, string Parameter), Func<MatrixHouse, object?>> Special = new()
    {
        [("IInvitationService.RenewAsync", "invitation")] = house => house.Expired,
        [("IInvitationService.DeleteAsync", "invitation")] = house => house.Revoked,
        [("IOrganizationService.UploadLogoAsync", "file")] = _ => new MemoryStream(SamplePictures.Halves(4, 4, SkiaSharp.SKColors.Red, SkiaSharp.SKColors.Blue)),
        [("IOrganizationService.RestoreAsync", "organization")] = house => house.Deleted(),
        [("IInvitationImportService.StartAsync", "organization")] = house => house.WithoutImports(),
        [("IInvitationImportService.SendAgainAsync", "organization")] = house => house.WithoutImports(),
        [("IInvitationImportService.SendAgainAsync", "invitations")] = house => new[] { house.Expired },
        [("IInvitationImportService.GetAsync", "query")] = _ => new ImportQuery(),
        [("IPermissionRequestService.AskAsync", "permission")] = _ => OrganizationPermissions.InviteMembers,
        [("IInvitationResponseService.AskForNewAsync", "token")] = house => house.DeadToken,
        [("IJoinLinkService.CreateAsync", "form")] = house => new JoinLinkForm("Interns", [house.Member], []),
        [("IJoinLinkService.ListJoinedAsync", "link")] = house => house.JoinLink,
        [("IJoinLinkService.SwitchAsync", "link")] = house => house.JoinLink,
        [("IJoinLinkService.ChangeAsync", "link")] = house => house.JoinLink,
        [("IJoinLinkService.ChangeAsync", "edit")] = house => new JoinLinkEdit("Trainees", [house.Member], []),
        [("IJoinLinkService.ChangeAsync", "expected")] = house => house.JoinLinkVersion,
        [("IJoinLinkService.ReplaceAsync", "link")] = house => house.JoinLink,
        [("IJoinLinkService.DeleteAsync", "link")] = house => house.JoinLink,
        [("IJoinByLinkService.FindAsync", "token")] = house => house.JoinToken,
        [("IJoinByLinkService.JoinAsync", "token")] = house => house.JoinToken,
        [("IDomainService.AddAsync", "domain")] = _ => "new.example",
        [("IEnterpriseSignInService.StartAsync", "form")] = _ => new ConnectionForm("Directory", ConnectionKind.Oidc),
        [("IEnterpriseSignInService.ConfigureOidcAsync", "form")] = _ => new OidcForm(MatrixHouse.Issuer, "logto", "secret"),
        [("IEnterpriseSignInService.ConfigureSamlAsync", "connection")] = house => house.SamlConnection,
        [("IEnterpriseSignInService.ConfigureSamlAsync", "form")] = _ => new SamlForm(null, SamlSample.Metadata()),
        [("IEnterpriseSignInService.ChooseDomainsAsync", "domains")] = _ => new[] { MatrixHouse.Domain },
        [("IMachineService.CreateAsync", "form")] = house => new MachineForm("Export", null, [house.MachineRole]),
        [("IMachineService.ChangeAsync", "form")] = house => new MachineForm("Export", null, [house.MachineRole]),
        [("IWebhookService.CreateAsync", "form")] = _ => new WebhookForm("https://1.1.1.1/", null, [WebhookEventTypes.MemberJoined]),
        [("IWebhookService.ChangeAsync", "form")] = _ => new WebhookForm("https://1.1.1.1/", null, [WebhookEventTypes.MemberJoined]),
        [("IWebhookService.ListDeliveriesAsync", "query")] = _ => new DeliveryQuery(),
        [("IWebhookService.GetDeliveryAsync", "delivery")] = _ => MatrixHouse.WebhookDelivery,
        [("IWebhookService.ReplayAsync", "delivery")] = _ => MatrixHouse.WebhookDelivery,
        [("IMachineService.DeleteSecretAsync", "secret")] = _ => MatrixHouse.MachineSecret,
        [("IJoinRequestService.WithdrawAsync", "request")] = house => house.OwnRequest,
        [("IJoinRequestService.ApproveAsync", "request")] = house => house.Request,
        [("IJoinRequestService.DeclineAsync", "request")] = house => house.Request,
        [("IInvitationService.RestoreAsync", "invitation")] = house => house.Revoked,
        [("IFormerMemberService.ReinstateAsync", "former")] = house => house.Former,
        [("ISecondFactorService.RequireAsync", "accept")] = _ => SecondFactorAcceptance.Administrators,
        [("IMembershipTermService.SetAsync", "endsAt")] = house => house.Clock.GetUtcNow().AddDays(30),
        [("IVisitService.EnterAsync", "reason")] = _ => "Support request 4711: nobody can manage members",
        [("IVisitService.LeaveAsync", "organization")] = house => house.Visited(),
        [("IFindingService.ClearAwayAsync", "creator")] = house => house.Ada,
        [("IFindingService.ClearAwayAsync", "creation")] = house => house.HalfMade,
        [("IMemberService.ChangeRolesAsync", "roles")] = house => new[] { house.Auditor },
    };

    public static object?[] For(ServiceOperation operation, MatrixHouse house) =>
        [.. operation.Method.GetParameters().Select(parameter => For(operation, parameter, house))];

    /// <summary>The same, but with other identifiers of one type.</summary>
    public static object?[] For<T>(ServiceOperation operation, MatrixHouse house, T instead)
        where T : struct =>
        [.. operation.Method.GetParameters().Select(parameter => Nullable.GetUnderlyingType(parameter.ParameterType) is { } inner && inner == typeof(T) || parameter.ParameterType == typeof(T) ? instead : For(operation, parameter, house))];

    private static object? For(ServiceOperation operation, ParameterInfo parameter, MatrixHouse house) =>
        Special.TryGetValue((operation.Name, parameter.Name!), out var special) ? special(house)
        : parameter.HasDefaultValue ? DefaultOf(parameter)
        : For(operation, parameter.ParameterType, parameter.Name!, house);

    private static object? For(ServiceOperation operation, Type type, string name, MatrixHouse house) => type switch
    {
        _ when type == typeof(OrganizationId) => house.Acme,
        _ when type == typeof(UserId) => house.Cleo,
        _ when type == typeof(InvitationId) => operation.IsOnAnOrganization ? house.Open : house.Mine,
        _ when type == typeof(OrganizationRoleId) => house.Member,
        _ when type == typeof(string) => Text(name, house),
        _ when type == typeof(Guid) && name == "import" => house.Import,
        _ when type == typeof(Guid) && name == "machine" => house.Machine,
        _ when type == typeof(Guid) && name == "webhook" => house.Webhook,
        _ when type == typeof(Guid) && name == "connection" => house.Connection,
        _ when type == typeof(Guid) => Guid.NewGuid(),
        _ when type == typeof(bool) => false,
        _ when type == typeof(int) => 1,
        _ when type == typeof(long) => 1L,
        _ when type == typeof(DateTimeOffset) => house.Clock.GetUtcNow(),
        _ when type == typeof(CancellationToken) => CancellationToken.None,
        _ when type == typeof(Stream) => new MemoryStream(),
        _ when type == typeof(TextWriter) => new StringWriter(),
        _ when Nullable.GetUnderlyingType(type) is not null => null,
        _ when type.IsEnum => Enum.GetValues(type).GetValue(0),
        _ when type.IsGenericType && typeof(IEnumerable).IsAssignableFrom(type) => OneOf(operation, type.GetGenericArguments()[0], name, house),
        _ when typeof(Delegate).IsAssignableFrom(type) || type.IsInterface || type.IsAbstract => null,
        _ => Construct(operation, type, house),
    };

    private static string Text(string name, MatrixHouse house) => name switch
    {
        "token" => house.Token,
        "typedName" => "Acme",
        "culture" => "en",
        "AvatarUrl" => "https://pictures.example/ada.png",
        "domain" => MatrixHouse.Domain,
        _ when name.Contains("address", StringComparison.OrdinalIgnoreCase) => "new@acme.example",
        _ => "Something",
    };

    private static Array OneOf(ServiceOperation operation, Type element, string name, MatrixHouse house)
    {
        var array = Array.CreateInstance(element, 1);
        array.SetValue(For(operation, element, name, house), 0);
        return array;
    }

    private static object Construct(ServiceOperation operation, Type type, MatrixHouse house)
    {
        var constructor = type.GetConstructors().OrderByDescending(c => c.GetParameters().Length).First(c => c.GetParameters() is not [{ } copy] || copy.ParameterType != type);
        return constructor.Invoke([.. constructor.GetParameters().Select(parameter =>
            parameter.HasDefaultValue ? DefaultOf(parameter) : For(operation, parameter.ParameterType, parameter.Name!, house))]);
    }

    private static object? DefaultOf(ParameterInfo parameter) =>
        parameter.DefaultValue ?? (parameter.ParameterType.IsValueType && Nullable.GetUnderlyingType(parameter.ParameterType) is null ? Activator.CreateInstance(parameter.ParameterType) : null);
}
