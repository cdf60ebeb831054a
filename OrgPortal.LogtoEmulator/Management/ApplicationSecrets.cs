using OrgPortal.LogtoEmulator.Answers;
using OrgPortal.LogtoEmulator.State;

namespace OrgPortal.LogtoEmulator.Management;

/// <summary>Secrets of applications. Their values can always be read.</summary>
internal static class ApplicationSecrets
{
    private const string All = "/applications/{id}/secrets";

    public static void Map(ManagementRoutes routes)
    {
        routes.Get(All, call => Answer.Ok(call.State.Read(tables => Applications.Require(tables, call)).Secrets));
        routes.Post(All, Create);
        routes.Patch(All + "/{name}", Change);
        routes.Delete(All + "/{name}", call =>
        {
            call.State.Write(tables =>
            {
                var (application, secret) = Find(tables, call, Refusals.NotFound());
                tables.Applications.Put(application with { Secrets = application.Secrets.Remove(secret) });
            });
            return Answer.NoContent;
        });
    }

    private static Answer Create(Call call)
    {
        var guard = call.Guard();
        var name = guard.String("name", 256);
        var expiresAt = guard.Number("expiresAt", isNullable: true);
        guard.Done();
        if (expiresAt <= call.State.Now)
        {
            throw Refusals.InvalidInput(400, "The value of `expiresAt` must be in the future.");
        }

        return Answer.Created(call.State.Write(tables =>
        {
            var application = Applications.Require(tables, call);
            RequireFree(application, name);
            var secret = new ApplicationSecret(application.Id, name, LogtoIds.Secret(), tables.Now, expiresAt);
            tables.Applications.Put(application with { Secrets = application.Secrets.Add(secret) });
            return secret;
        }));
    }

    private static Answer Change(Call call)
    {
        var guard = call.Guard();
        var name = guard.String("name", 256);
        guard.Done();
        return Answer.Ok(call.State.Write(tables =>
        {
            var (application, secret) = Find(tables, call, Refusals.DoesNotExist("application_secret"));
            var renamed = secret with { Name = name };
            if (name != secret.Name)
            {
                RequireFree(application, name);
            }

            tables.Applications.Put(application with { Secrets = application.Secrets.Replace(secret, renamed) });
            return renamed;
        }));
    }

    private static (Application Application, ApplicationSecret Secret) Find(LogtoTables tables, Call call, LogtoRefusalException otherwise)
    {
        var application = Applications.Require(tables, call);
        return (application, application.Secrets.FirstOrDefault(one => one.Name == call.Route("name")) ?? throw otherwise);
    }

    private static void RequireFree(Application application, string name)
    {
        if (application.Secrets.Any(one => one.Name == name))
        {
            throw new LogtoRefusalException(422, "application.secret_name_exists", "Secret name already exists.");
        }
    }
}
