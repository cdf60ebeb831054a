using System.Text.Json.Nodes;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Provisioning.Files;

namespace OrgPortal.Web.Provisioning;

/// <content>What mails, and how people sign in and up.</content>
internal sealed partial class TenantPlanner
{
    private const string NoConnector =
        "Logto has nothing that mails: set up an e-mail connector in its console, or with emailConnector in the file (the shipped one takes SMTP_HOST), and run this again";

    private bool WillMail => _now.EmailConnector is not null || _file.EmailConnector is not null;

    private void PlanConnector()
    {
        if (_file.EmailConnector is not { } wanted)
        {
            return;
        }

        // Logto keeps no empty values.
        var config = WithoutEmpty(wanted.Config);
        var fields = new Differences();
        if (_now.EmailConnector is not { } now)
        {
            fields.Json("config", null, config);
            Add(Kinds.EmailConnector, wanted.ConnectorId, fields, () => _logto.Connectors.CreateAsync(new NewConnector(wanted.ConnectorId, config)));
            return;
        }

        if (now.ConnectorId != wanted.ConnectorId)
        {
            // Logto has one: another one takes its place, and its settings are gone.
            fields.List("connectorId", [now.ConnectorId ?? "unknown"], [], _options.Prune);
            Compare(Kinds.EmailConnector, wanted.ConnectorId, fields, () => _logto.Connectors.CreateAsync(new NewConnector(wanted.ConnectorId, config)));
            return;
        }

        fields.Json("config", now.Config, config);
        Compare(Kinds.EmailConnector, wanted.ConnectorId, fields, () => _logto.Connectors.ConfigureAsync(now.Id!, Merged(now.Config ?? [], config)));
    }

    private void PlanSignIn()
    {
        if (_file.SignIn?.SignUp is { } signUp)
        {
            PlanSignUp(signUp);
        }

        if (_file.SignIn?.Methods is { Count: > 0 } methods)
        {
            PlanMethods(methods);
        }

        if (_file.SignIn?.Mfa is { } mfa)
        {
            PlanMfa(mfa);
        }
    }

    private void PlanSignUp(WantedSignUp wanted)
    {
        var now = _now.SignIn.SignUp ?? new SignUpSettings(false);
        var fields = new Differences();
        if (!(now.Identifiers ?? []).ToHashSet().SetEquals(wanted.Identifiers))
        {
            fields.Text("identifiers", string.Join(", ", now.Identifiers ?? []), string.Join(", ", wanted.Identifiers));
        }

        fields.Value<bool>("password", now.Password, wanted.Password);
        fields.Value<bool>("verify", now.Verify, wanted.Verify);
        Compare(Kinds.SignIn, "sign-up", fields,
            () => _logto.SignIn.UpdateAsync(new SignInExperienceChange(SignUp: now with { Identifiers = wanted.Identifiers, Password = wanted.Password, Verify = wanted.Verify })),
            wanted.Identifiers.Contains("email") && !WillMail ? NoConnector : null);
    }

    private void PlanMethods(IReadOnlyList<WantedMethod> wanted)
    {
        var now = _now.SignIn.SignIn?.Methods ?? [];
        var fields = new Differences();
        var after = now.ToList();
        foreach (var method in wanted)
        {
            var shall = new SignInMethod(method.Identifier, method.Password, method.VerificationCode, method.IsPasswordPrimary);
            var place = after.FindIndex(one => one.Identifier == method.Identifier);
            if (place < 0)
            {
                fields.List("methods", [], [method.Identifier], _options.Prune);
                after.Add(shall);
                continue;
            }

            fields.Value<bool>($"{method.Identifier}.password", after[place].Password, method.Password);
            fields.Value<bool>($"{method.Identifier}.verificationCode", after[place].VerificationCode, method.VerificationCode);
            fields.Value<bool>($"{method.Identifier}.isPasswordPrimary", after[place].IsPasswordPrimary, method.IsPasswordPrimary);
            after[place] = shall;
        }

        Compare(Kinds.SignIn, "methods", fields, () => _logto.SignIn.UpdateAsync(new SignInExperienceChange(SignIn: new SignInSettings(after))),
            wanted.Any(method => method is { Identifier: "email", VerificationCode: true }) && !WillMail ? NoConnector : null);
    }

    private void PlanMfa(WantedMfa wanted)
    {
        var now = _now.SignIn.Mfa ?? new MfaSettings([]);
        var fields = new Differences();
        // Nobody's second factor is taken away.
        var factors = fields.List("factors", now.Factors, wanted.Factors, _options.Prune, ownsTheRest: false);
        var policy = now.Factors.Count == 0 && wanted.Factors.Count > 0 ? wanted.PolicyWhenTurnedOn : null;
        fields.Text("policy", now.Policy, policy);
        fields.Text("organizationPolicy", now.OrganizationRequiredMfaPolicy, wanted.OrganizationPolicy);
        Compare(Kinds.SignIn, "second factors", fields, () => _logto.SignIn.UpdateAsync(new SignInExperienceChange(Mfa: now with
        {
            Factors = factors.Wanted,
            Policy = policy ?? now.Policy ?? "NoPrompt",
            OrganizationRequiredMfaPolicy = wanted.OrganizationPolicy ?? now.OrganizationRequiredMfaPolicy,
        })));
    }

    private static JsonObject Merged(JsonObject now, JsonObject wanted)
    {
        var merged = now.DeepClone().AsObject();
        foreach (var (name, value) in wanted)
        {
            merged[name] = value is JsonObject inner && merged[name] is JsonObject there ? Merged(there, inner) : value?.DeepClone();
        }

        return merged;
    }

    private static JsonObject WithoutEmpty(JsonObject config)
    {
        var clean = new JsonObject();
        foreach (var (name, value) in config)
        {
            var kept = value is JsonObject inner ? WithoutEmpty(inner) : value?.DeepClone();
            if (kept is not (null or JsonObject { Count: 0 } or JsonArray { Count: 0 }) && !(kept is JsonValue text && text.TryGetValue<string>(out var words) && words.Length == 0))
            {
                clean[name] = kept;
            }
        }

        return clean;
    }
}
