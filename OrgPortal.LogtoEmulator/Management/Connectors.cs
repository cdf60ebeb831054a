using System.Text.Json;
using System.Text.Json.Nodes;
using OrgPortal.LogtoEmulator.Answers;
using OrgPortal.LogtoEmulator.State;

namespace OrgPortal.LogtoEmulator.Management;

/// <summary>Connectors. There are two factories here, both for e-mail; what they send arrives in the mailbox.</summary>
internal static class Connectors
{
    private static readonly string[] SmtpKinds = ["Register", "SignIn", "ForgotPassword", "Generic"];

    public static void Map(ManagementRoutes routes)
    {
        routes.Get("/connectors", call =>
        {
            var target = call.Query("target");
            return Answer.Ok(call.State.Read(tables => tables.Connectors
                .Where(one => target is null || target == one.ConnectorId)
                .Select(View)
                .ToArray()));
        });
        routes.Get("/connectors/{id}", call => Answer.Ok(call.State.Read(tables =>
            View(tables.Connectors.Find(call.Id) ?? throw Refusals.NotFound()))));
        routes.Get("/connector-factories", _ => Answer.Ok(new[] { Factory(Connector.MailboxFactory), Factory(Connector.SmtpFactory) }));
        routes.Post("/connectors", Create);
        routes.Patch("/connectors/{id}", Change);
        routes.Delete("/connectors/{id}", call => call.State.Write(tables =>
            tables.Connectors.Remove(call.Id) ? Answer.NoContent : throw Refusals.NotFound()));
        routes.Post("/connectors/{factoryId}/test", Test);
    }

    private static JsonObject View(Connector connector)
    {
        var view = Factory(connector.ConnectorId);
        view["id"] = connector.Id;
        view["connectorId"] = connector.ConnectorId;
        view["type"] = connector.Type;
        view["config"] = JsonNode.Parse(connector.Config.GetRawText());
        view["metadata"] = JsonNode.Parse(connector.Metadata.GetRawText());
        view["syncProfile"] = connector.SyncProfile;
        view["enableTokenStorage"] = connector.EnableTokenStorage;
        view["extraInfo"] = new JsonObject();
        return view;
    }

    private static JsonObject Factory(string id) => new()
    {
        ["id"] = id,
        ["type"] = "Email",
        ["target"] = id,
        ["platform"] = null,
        ["name"] = new JsonObject { ["en"] = id == Connector.SmtpFactory ? "SMTP" : "Mailbox of the emulator" },
        ["description"] = new JsonObject { ["en"] = "Keeps every message to be read; sends none." },
        ["logo"] = "./logo.svg",
        ["logoDark"] = null,
        ["readme"] = "",
        ["formItems"] = new JsonArray(),
        ["isDemo"] = false,
    };

    private static Answer Create(Call call)
    {
        var guard = call.Guard();
        var factory = guard.String("connectorId");
        var config = guard.Object("config") ?? StateJson.EmptyObject;
        guard.Done();
        if (factory is not (Connector.MailboxFactory or Connector.SmtpFactory))
        {
            throw new LogtoRefusalException(
                422, "connector.not_found_with_connector_id", "Can not find connector with given standard connector id.");
        }

        RequireValid(factory, config);
        return Answer.Ok(call.State.Write(tables =>
        {
            tables.Connectors.RemoveWhere(one => one.Type == "Email"); // a tenant has one
            return View(tables.Connectors.Put(new Connector
            {
                Id = LogtoIds.Short(),
                ConnectorId = factory,
                Type = "Email",
                Config = config,
            }));
        }));
    }

    private static Answer Change(Call call)
    {
        var guard = call.Guard();
        var config = guard.Object("config");
        guard.Done();
        return Answer.Ok(call.State.Write(tables =>
        {
            var before = tables.Connectors.Find(call.Id) ?? throw Refusals.NotFound();
            RequireValid(before.ConnectorId, config ?? before.Config);
            return View(tables.Connectors.Put(before with { Config = config ?? before.Config }));
        }));
    }

    /// <summary>SMTP wants a server, a sender and a text for each of four kinds of mail; the mailbox wants nothing.</summary>
    private static void RequireValid(string factory, JsonElement config)
    {
        if (factory != Connector.SmtpFactory)
        {
            return;
        }

        var kinds = config.TryGetProperty("templates", out var templates) && templates.ValueKind == JsonValueKind.Array
            ? templates.EnumerateArray().Select(one => one.TryGetProperty("usageType", out var kind) ? kind.GetString() : null).ToArray()
            : [];
        if (!Is("host", JsonValueKind.String) || !Is("port", JsonValueKind.Number) || !Is("auth", JsonValueKind.Object) || !Is("fromEmail", JsonValueKind.String)
            || !SmtpKinds.All(kinds.Contains))
        {
            throw new LogtoRefusalException(400, "connector.invalid_config", "The connector's config is invalid.");
        }

        bool Is(string name, JsonValueKind kind) => config.TryGetProperty(name, out var value) && value.ValueKind == kind;
    }

    /// <summary>Sends a message through the stored connector's templates; the configuration sent along is not used.</summary>
    private static Answer Test(Call call)
    {
        var guard = call.Guard();
        var email = guard.String("email");
        guard.Done();
        call.State.Write(tables => tables.SendMail(email, "Generic", new JsonObject { ["code"] = "000000" }));
        return Answer.NoContent;
    }
}
