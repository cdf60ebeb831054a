using OrgPortal.LogtoEmulator.Answers;
using OrgPortal.LogtoEmulator.State;

namespace OrgPortal.LogtoEmulator.Management;

/// <summary>Texts of messages by language and kind.</summary>
internal static class EmailTemplates
{
    private const string All = "/email-templates";

    private static readonly string[] Kinds =
    [
        "SignIn", "Register", "ForgotPassword", "OrganizationInvitation", "Generic", "UserPermissionValidation",
        "BindNewIdentifier", "MfaVerification", "BindMfa",
    ];

    public static void Map(ManagementRoutes routes)
    {
        routes.Get(All, call => Answer.Ok(call.State.Read(tables => Matching(tables, call))));
        routes.Put(All, Replace);
        routes.Delete(All, call => Answer.Ok(new
        {
            rowCount = call.State.Write(tables =>
            {
                if (call.Query("languageTag") is null && call.Query("templateType") is null)
                {
                    throw new LogtoRefusalException(
                        422, "connector.email_connector.bulk_deletion_no_filter", "A filter is needed to delete several templates.");
                }

                var doomed = Matching(tables, call).Select(one => one.Id).ToHashSet();
                return tables.EmailTemplates.RemoveWhere(one => doomed.Contains(one.Id));
            }),
        }));
        routes.Get(All + "/{id}", call => Answer.Ok(call.State.Read(tables => Require(tables, call))));
        routes.Delete(All + "/{id}", call => call.State.Write(tables =>
            tables.EmailTemplates.Remove(call.Id) ? Answer.NoContent : throw Refusals.NotFound()));
        routes.Patch(All + "/{id}/details", call =>
        {
            call.Guard().Done();
            return Answer.Ok(call.State.Write(tables =>
            {
                var before = Require(tables, call);
                return tables.EmailTemplates.Put(before with { Details = StateJson.Merged(before.Details, call.Body) });
            }));
        });
    }

    private static EmailTemplate Require(LogtoTables tables, Call call) =>
        tables.EmailTemplates.Find(call.Id) ?? throw Refusals.NoSuchId("email_templates", call.Id);

    private static EmailTemplate[] Matching(LogtoTables tables, Call call)
    {
        var language = call.Query("languageTag");
        var kind = call.Query("templateType", Kinds);
        return
        [
            .. tables.EmailTemplates.Where(one =>
                (language is null || one.LanguageTag == language) && (kind is null || one.TemplateType == kind)),
        ];
    }

    /// <summary>Puts templates in, each in the place of one for the same language and kind.</summary>
    private static Answer Replace(Call call)
    {
        var guard = call.Guard();
        var given = guard.InnerList("templates").Select(one =>
        {
            var details = one.Inner("details", isRequired: true);
            details?.String("subject");
            details?.String("content");
            return new EmailTemplate
            {
                Id = LogtoIds.Standard(),
                LanguageTag = one.String("languageTag", 16),
                TemplateType = one.OneOf("templateType", true, Kinds) ?? "",
                Details = one.Object("details") ?? StateJson.EmptyObject,
                CreatedAt = call.State.Now,
            };
        }).ToArray();
        guard.Done();
        return Answer.Ok(call.State.Write(tables => given
            .Select(template =>
            {
                var before = tables.EmailTemplates.FirstOrDefault(one =>
                    one.LanguageTag == template.LanguageTag && one.TemplateType == template.TemplateType);
                return tables.EmailTemplates.Put(before is null ? template : before with { Details = template.Details });
            })
            .ToArray()));
    }
}
