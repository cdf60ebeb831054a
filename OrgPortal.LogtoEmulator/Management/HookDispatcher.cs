using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using OrgPortal.LogtoEmulator.State;

namespace OrgPortal.LogtoEmulator.Management;

/// <summary>
/// Sends webhooks: signed, once, without a retry. What happens during a call of the Management API is sent when its
/// answer is known, with the call's context; what happens elsewhere is sent at once.
/// </summary>
internal sealed class HookDispatcher
{
    public const string ClientName = "webhooks";

    private readonly AsyncLocal<HookCollection?> _collecting = new();
    private readonly ConcurrentDictionary<Task, bool> _underWay = new();
    private readonly LogtoState _state;
    private readonly IHttpClientFactory _clients;

    public HookDispatcher(LogtoState state, IHttpClientFactory clients)
    {
        _state = state;
        _clients = clients;
        state.Happened += happened =>
        {
            if (_collecting.Value is { } collection)
            {
                collection.Add(happened);
            }
            else
            {
                Send(happened, null);
            }
        };
    }

    /// <summary>Holds back what happens on this thread of execution until the answer is known.</summary>
    public HookCollection Collect() => _collecting.Value = new HookCollection(this);

    /// <summary>Ends what <see cref="Collect"/> began.</summary>
    public void StopCollecting() => _collecting.Value = null;

    /// <summary>Waits until every delivery under way is over; for tests.</summary>
    public Task IdleAsync() => Task.WhenAll(_underWay.Keys);

    /// <summary>
    /// Delivers an event to every enabled webhook that listens to it, with the properties that tell of the call of the
    /// Management API; null where there was none.
    /// </summary>
    public void Send(LogtoEvent happened, JsonObject? call)
    {
        var hooks = _state.Read(tables => tables.Hooks
            .Where(hook => hook.Enabled && (hook.Events.Contains(happened.Name) || hook.Event == happened.Name))
            .ToArray());
        foreach (var hook in hooks)
        {
            var delivery = Task.Run(() => DeliverAsync(hook, happened.Name, Payload(hook, happened, call)));
            _underWay[delivery] = true;
            delivery.ContinueWith(done => _underWay.TryRemove(done, out _), TaskScheduler.Default);
        }
    }

    /// <summary>Posts a payload, and that is all.</summary>
    /// <returns>The status of the answer; null if there was none.</returns>
    public async Task<int?> TryAsync(Hook hook, JsonObject payload) => (await PostAsync(hook, payload.ToJsonString(StateJson.Options))).Status;

    /// <summary>Posts a payload and notes the outcome in the audit log.</summary>
    private async Task DeliverAsync(Hook hook, string name, JsonObject payload)
    {
        var (status, answer) = await PostAsync(hook, payload.ToJsonString(StateJson.Options));
        _state.Write(tables => tables.Log(
            $"TriggerHook.{name}",
            new
            {
                hookId = hook.Id,
                hookRequest = new { body = payload },
                response = new { statusCode = status, body = answer },
            },
            status is >= 200 and < 300));
    }

    private async Task<(int? Status, string Answer)> PostAsync(Hook hook, string body)
    {
        try
        {
            using var client = _clients.CreateClient(ClientName);
            using var request = new HttpRequestMessage(HttpMethod.Post, hook.Config.GetProperty("url").GetString());
            var bytes = Encoding.UTF8.GetBytes(body);
            request.Content = new ByteArrayContent(bytes);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            request.Headers.TryAddWithoutValidation("user-agent", "Logto (https://logto.io/)");
            request.Headers.TryAddWithoutValidation(
                "logto-signature-sha-256",
                Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(hook.SigningKey), bytes)));
            if (hook.Config.TryGetProperty("headers", out var headers) && headers.ValueKind == JsonValueKind.Object)
            {
                foreach (var header in headers.EnumerateObject())
                {
                    request.Headers.TryAddWithoutValidation(header.Name, header.Value.ToString());
                }
            }

            using var response = await client.SendAsync(request);
            return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException or InvalidOperationException or UriFormatException)
        {
            return (null, failure.GetType().Name);
        }
    }

    private JsonObject Payload(Hook hook, LogtoEvent happened, JsonObject? call)
    {
        var payload = new JsonObject
        {
            ["event"] = happened.Name,
            ["createdAt"] = _state.Clock.GetUtcNow().UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture),
        };
        foreach (var (key, value) in call ?? [])
        {
            payload[key] = value?.DeepClone();
        }

        AddDetails(payload, happened);
        payload["hookId"] = hook.Id;
        return payload;
    }

    private void AddDetails(JsonObject payload, LogtoEvent happened)
    {
        if (happened.Name.EndsWith("Membership.Updated", StringComparison.Ordinal))
        {
            payload["organizationId"] = happened.OrganizationId;
        }

        Add("addedUserIds", happened.AddedUserIds);
        Add("removedUserIds", happened.RemovedUserIds);
        Add("addedApplicationIds", happened.AddedApplicationIds);
        Add("removedApplicationIds", happened.RemovedApplicationIds);
        foreach (var (key, value) in happened.More ?? [])
        {
            payload[key] = value?.DeepClone();
        }

        if (happened.Entity is { } entity)
        {
            payload["data"] = JsonSerializer.SerializeToNode(entity, entity.GetType(), StateJson.Options);
        }

        if (happened.UserId is { } userId)
        {
            payload["userId"] = userId;
            payload["application"] = _state.Read(tables => tables.Applications.Find(happened.ApplicationId)) is { } application
                ? new JsonObject
                {
                    ["id"] = application.Id,
                    ["type"] = application.Type.ToString(),
                    ["name"] = application.Name,
                    ["description"] = application.Description,
                }
                : null;
            payload["sessionId"] = happened.SessionUid;
            payload["interactionEvent"] = happened.Name["Post".Length..];
            payload["user"] = _state.Read(tables => tables.Users.Find(userId)) is { } user ? StateJson.Object(user) : null;
        }

        void Add(string key, IReadOnlyCollection<string> ids)
        {
            if (ids.Count > 0)
            {
                payload[key] = JsonSerializer.SerializeToNode(ids.Take(5000), StateJson.Options);
            }
        }
    }
}
