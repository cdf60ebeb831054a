using OrgPortal.LogtoEmulator.State;

namespace OrgPortal.LogtoEmulator.Management;

/// <summary>
/// Mounts the Management API under <c>/api</c>. The host registers a <see cref="LogtoState"/> and an
/// <see cref="Answers.IManagementTokenVerifier"/>.
/// </summary>
internal static class ManagementApi
{
    public static IServiceCollection AddManagementApi(this IServiceCollection services) => services;

    public static IEndpointRouteBuilder MapManagementApi(this IEndpointRouteBuilder routes) => routes;
}
