using OrgPortal.LogtoEmulator.Answers;
using OrgPortal.LogtoEmulator.Control;
using OrgPortal.LogtoEmulator.Enterprise;
using OrgPortal.LogtoEmulator.OpenId;
using OrgPortal.LogtoEmulator.Pages;
using OrgPortal.LogtoEmulator.State;

namespace OrgPortal.LogtoEmulator;

/// <summary>The parts of an emulator beside the Management API.</summary>
internal static class EmulatorServices
{
    public static void AddEmulator(this IServiceCollection services, EmulatorOptions options)
    {
        var clock = new EmulatorClock(options.TimeProvider);
        var seed = EmulatorSeed.From(options);
        services.AddSingleton(options).AddSingleton(clock).AddSingleton<TimeProvider>(clock);
        services.AddSingleton(seed).AddSingleton(seed.Plant(clock)).AddSingleton<EmulatorAddress>();
        AddControl(services, options);
        AddOpenId(services);
        AddPages(services);
    }

    private static void AddControl(IServiceCollection services, EmulatorOptions options)
    {
        var plan = new FaultPlan();
        foreach (var fault in options.Faults)
        {
            plan.Add(fault);
        }

        services.AddSingleton(plan).AddSingleton<RequestJournal>();
        services.AddSingleton(provider => new EmulatorControl(
            provider.GetRequiredService<LogtoState>(),
            provider.GetRequiredService<EmulatorSeed>(),
            provider.GetRequiredService<TokenStore>(),
            provider.GetRequiredService<EmulatorClock>(),
            provider.GetRequiredService<FaultPlan>(),
            provider.GetRequiredService<RequestJournal>()));
    }

    private static void AddOpenId(IServiceCollection services) => services
        .AddSingleton<SigningKey>()
        .AddSingleton<TokenStore>()
        .AddSingleton<IManagementTokenVerifier, ManagementTokenVerifier>()
        .AddSingleton<ClientAuthentication>()
        .AddSingleton<TokenIssuer>()
        .AddSingleton<UserAccess>()
        .AddSingleton<BrowserCookie>()
        .AddSingleton<SessionKeeper>()
        .AddSingleton<BackchannelLogout>()
        .AddSingleton<AuthorizationChecks>()
        .AddSingleton<AuthorizationGrants>()
        .AddSingleton<AuthorizationResponse>()
        .AddSingleton<AuthorizationCodeGrant>()
        .AddSingleton<RefreshTokenGrant>()
        .AddSingleton<ClientCredentialsGrant>()
        .AddSingleton<DiscoveryEndpoint>()
        .AddSingleton<KeysEndpoint>()
        .AddSingleton<AuthorizeEndpoint>()
        .AddSingleton<ResumeEndpoint>()
        .AddSingleton<TokenEndpoint>()
        .AddSingleton<UserInfoEndpoint>()
        .AddSingleton<RevocationEndpoint>()
        .AddSingleton<IntrospectionEndpoint>()
        .AddSingleton<EndSessionEndpoint>();

    private static void AddPages(IServiceCollection services) => services
        .AddSingleton<Interactions>()
        .AddSingleton<SignInEndpoints>()
        .AddSingleton<MagicLinkEndpoints>()
        .AddSingleton<RegisterEndpoints>()
        .AddSingleton<ConsentEndpoints>()
        .AddSingleton<SingleSignOnEndpoints>()
        .AddSingleton<ConnectorSignIn>()
        .AddSingleton<EnterpriseProvider>()
        .AddSingleton<MailboxPage>()
        .AddSingleton<IndexPage>();
}
