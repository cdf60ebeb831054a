using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.EnterpriseSignIn;

/// <summary>What Logto's refusals mean here.</summary>
internal static class ConnectionAnswers
{
    public static Failure? Explain(string code) => code switch
    {
        "entity.relation_foreign_key_not_found" => new NotFound(),
        "single_sign_on.forbidden_domains" => new Invalid("domains", "public_mail_provider"),
        // Logto reads the identity provider's documents itself, and saw something else than the portal, or nothing.
        _ when code.StartsWith("connector.", StringComparison.Ordinal) => new Refused(RefusalReasons.ProviderRefused),
        _ => null,
    };

    public static Failure? ExplainRoles(string code) => code switch
    {
        "entity.relation_foreign_key_not_found" => new Invalid("roles", "unknown_role"),
        "entity.db_constraint_violated" => new Refused(RefusalReasons.MachineRole),
        _ => null,
    };
}
