using System.Text.Json;
using OrgPortal.LogtoEmulator.Answers;
using OrgPortal.LogtoEmulator.State;

namespace OrgPortal.LogtoEmulator.Management;

/// <summary>What surrounds every call: the bearer check, the body, refusals, webhooks, and the answer on the wire.</summary>
internal sealed class ManagementPipeline(LogtoState state, IManagementTokenVerifier verifier, HookDispatcher hooks)
{
    public async Task RunAsync(HttpContext context, ManagementRoute route)
    {
        using var happened = hooks.Collect();
        var answer = await AnswerAsync(context, route);
        happened.Send(context, route, answer);
        await AnswerWriter.WriteAsync(context, answer);
    }

    private async Task<Answer> AnswerAsync(HttpContext context, ManagementRoute route)
    {
        try
        {
            if (!route.IsAnonymous)
            {
                BearerCheck.Require(context.Request, verifier);
            }

            var body = await RequestBody.ReadAsync(context.Request);
            if (body.ValueKind == JsonValueKind.Object && body.GetRawText().Contains("\\u0000", StringComparison.Ordinal))
            {
                throw Refusals.ServerError(); // the database behind a real Logto trips over it
            }

            return await route.Handle(new Call(context, state, body));
        }
        catch (LogtoRefusalException refusal)
        {
            return AnswerWriter.Refusal(refusal);
        }
        catch (RequestBodyTooLargeException)
        {
            return new Answer(404) { Text = "Not Found" };
        }
    }
}
