using System.Text.Json.Nodes;
using OrgPortal.LogtoEmulator.Answers;
using OrgPortal.LogtoEmulator.State;

namespace OrgPortal.LogtoEmulator.Management;

/// <summary>Connectors. There is one factory here, for e-mail; what it sends arrives in the mailbox.</summary>
internal static class Connectors
{
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
        routes.Get("/connector-factories", _ => Answer.Ok(new[] { Factory() }));
        routes.Post("/connectors", Create);
        routes.Patch("/connectors/{id}", Change);
        routes.Delete("/connectors/{id}", call => call.State.Write(tables =>
            tables.Connectors.Remove(call.Id) ? Answer.NoContent : throw Refusals.NotFound()));
        routes.Post("/connectors/{factoryId}/test", Test);
    }

    private static JsonObject View(Connector connector)
    {
        var view = Factory();
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

    private static JsonObject Factory() => new()
    {
        ["id"] = Connector.MailboxFactory,
        ["type"] = "Email",
        ["target"] = Connector.MailboxFactory,
        ["platform"] = null,
        ["name"] = new JsonObject { ["en"] = "Mailbox of the emulator" },
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
        if (factory != Connector.MailboxFactory)
        {
            throw new LogtoRefusalException(
                422, "connector.not_found_with_connector_id", "Can not find connector with given standard connector id.");
        }

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
            return View(tables.Connectors.Put(before with { Config = config ?? before.Config }));
        }));
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
