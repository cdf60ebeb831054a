using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Machines;

/// <summary>What Logto's refusals mean here.</summary>
internal static class MachineAnswers
{
    public static Failure? Explain(string code) => code switch
    {
        // Between the check and the call the template changed.
        "entity.relation_foreign_key_not_found" => new Invalid("roles", "unknown_role"),
        "entity.db_constraint_violated" => new Refused(RefusalReasons.PeopleRole),
        "application.secret_name_exists" => new Refused(RefusalReasons.SecretListed),
        _ => null,
    };
}
