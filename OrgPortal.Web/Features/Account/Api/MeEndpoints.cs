using OrgPortal.Web.Api;
using OrgPortal.Web.Api.Description;

namespace OrgPortal.Web.Features.Account.Api;

/// <summary>The caller's own account over HTTP.</summary>
internal static class MeEndpoints
{
    private const string Tag = "Me";
    private const string Sessions = "/me/sessions";

    /// <summary>Maps them.</summary>
    public static RouteGroupBuilder MapMe(this RouteGroupBuilder api)
    {
        api.MapGet("/me", GetAsync).Describe(
            "getMe", Tag, "The caller", "The account, as Logto has it now. Takes a resource token.")
            .Answers<MeResponse>()
            .Example(response: new MeResponse("u4kq1m9x2c7v", "Bob Brown", "bob", "bob@example.com", null, "en"));
        api.MapPut("/me", UpdateAsync).Describe(
            "updateMe", Tag, "Change name and picture", "Replaces both. Every session and every open page of the portal shows them from then on. Takes a resource token.")
            .Answers(204).Fails(400)
            .Example(new UpdateMeRequest("Bob Brown", "https://pictures.example/bob.png"));
        api.MapPut("/me/language", UseLanguageAsync).Describe(
            "setLanguage", Tag, "Change the language", "The one that Logto speaks with the person. What the API answers goes by Accept-Language. Takes a resource token.")
            .Answers(204).Fails(400)
            .Example(new LanguageRequest("zh-Hans"));
        api.MapGet(Sessions, ListSessionsAsync).Describe(
            "listSessions", Tag, "Where the caller is signed in to the portal", "An application that calls with a token has no session here and is not among them. Takes a resource token.")
            .Answers<SessionListResponse>()
            .Example(response: new SessionListResponse([new SessionResponse("s1", true, "Firefox", new DateTimeOffset(2026, 11, 24, 9, 30, 0, TimeSpan.Zero), new DateTimeOffset(2026, 11, 25, 8, 0, 0, TimeSpan.Zero))], true));
        api.MapDelete(Sessions + "/{session}", EndSessionAsync).Describe(
            "endSession", Tag, "End a session", "Here and at Logto, so that nobody signs in again without a question. One that is not the caller's, or has ended before, is left alone without a word. Takes a resource token.")
            .Answers(204);
        return api;
    }

    private static async Task<IResult> GetAsync(IAccountService service, CancellationToken cancellationToken) => (await service.GetAsync(cancellationToken)).ToHttp(MeResponse.From);

    private static async Task<IResult> UpdateAsync(UpdateMeRequest body, IAccountService service) => (await service.UpdateAsync(body.Read())).Naming(("avatarUrl", "pictureUrl")).ToHttp();

    private static async Task<IResult> UseLanguageAsync(LanguageRequest body, IAccountService service) => (await service.UseLanguageAsync(body.Language ?? string.Empty)).Naming(("culture", "language")).ToHttp();

    private static async Task<IResult> ListSessionsAsync(IAccountService service, CancellationToken cancellationToken) => (await service.ListSessionsAsync(cancellationToken)).ToHttp(SessionListResponse.From);

    private static async Task<IResult> EndSessionAsync(string session, IAccountService service) => (await service.EndSessionAsync(session)).ToHttp();
}
