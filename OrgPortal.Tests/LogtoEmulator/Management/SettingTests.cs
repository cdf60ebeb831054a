namespace OrgPortal.Tests.LogtoEmulator.Management;

public sealed class SettingTests(ManagementFixture fixture) : ManagementTest(fixture)
{
    [Fact]
    public async Task Sign_up_as_seeded_does_not_verify_addresses()
    {
        var signUp = (await Api.GetAsync("/api/sign-in-exp")).Json.GetProperty("signUp");

        Assert.False(signUp.GetProperty("verify").GetBoolean());
    }

    [Fact]
    public async Task Settings_are_changed_field_by_field()
    {
        var reply = await Api.PatchAsync("/api/sign-in-exp", new { signInMode = "SignIn", unknown = 1 });

        Assert.Equal("SignIn", reply.Text("signInMode"));
        Assert.False(reply.Json.TryGetProperty("unknown", out _));
        Assert.Equal("Automatic", reply.Text("agreeToTermsPolicy"));
        Assert.Equal("guard.invalid_input", (await Api.PatchAsync("/api/sign-in-exp", new { signInMode = "Never" })).Code);
    }

    [Fact]
    public async Task Mail_can_be_sent_and_has_a_template_for_invitations()
    {
        var connector = Assert.Single((await Api.GetAsync("/api/connectors")).Json.EnumerateArray());

        Assert.Equal("Email", connector.GetProperty("type").GetString());
        Assert.Contains(
            "OrganizationInvitation",
            connector.GetProperty("config").GetProperty("templates").EnumerateArray().Select(one => one.GetProperty("usageType").GetString()));
    }

    [Fact]
    public async Task A_template_in_the_language_comes_before_the_fallbacks()
    {
        await Api.PutAsync("/api/email-templates", new
        {
            templates = new[]
            {
                Template("de", "OrganizationInvitation", "Einladung zu {{organization.name}}"),
                Template("en", "OrganizationInvitation", "You are invited"),
            },
        });
        foreach (var locale in new[] { "de", "fr" })
        {
            await Api.PostAsync("/api/organization-invitations", new
            {
                organizationId = Api.Acme,
                invitee = $"{locale}@example.com",
                expiresAt = Api.Now + 1000,
                messagePayload = new { link = "l", locale },
            });
        }

        Assert.Equal(
            ["Einladung zu Acme", "You are invited"],
            Api.State.Read(tables => tables.Mailbox.Select(message => message.Subject).ToArray()));
    }

    [Fact]
    public async Task Claims_of_ID_tokens_are_those_of_a_new_tenant_until_others_are_set()
    {
        Assert.Equal("""{"enabledExtendedClaims":["roles","organizations","organization_roles"]}""", (await Api.GetAsync("/api/configs/id-token")).Body);

        await Api.PutAsync("/api/configs/id-token", new { enabledExtendedClaims = new[] { "organization_data" } });

        Assert.Equal("""{"enabledExtendedClaims":["organization_data"]}""", (await Api.GetAsync("/api/configs/id-token")).Body);
    }

    [Fact]
    public async Task An_organization_shows_its_own_colours_to_anybody()
    {
        await Api.PatchAsync($"/api/organizations/{Api.Acme}", new { color = new { primaryColor = "#123456" }, branding = new { logoUrl = "https://acme.example/logo.svg" } });
        var reply = await Reply.ReadAsync(await Api.Client.GetAsync($"/api/.well-known/sign-in-exp?organizationId={Api.Acme}"));

        Assert.Equal("#123456", reply.Json.GetProperty("color").GetProperty("primaryColor").GetString());
        Assert.False(reply.Json.GetProperty("color").GetProperty("isDarkModeEnabled").GetBoolean());
        Assert.Equal("https://acme.example/logo.svg", reply.Json.GetProperty("branding").GetProperty("logoUrl").GetString());
        Assert.Equal(0, reply.Json.GetProperty("ssoConnectors").GetArrayLength());
        Assert.NotEqual("#123456", (await Api.GetAsync("/api/sign-in-exp")).Json.GetProperty("color").GetProperty("primaryColor").GetString());
    }

    [Fact]
    public async Task Uploads_have_no_storage()
    {
        Assert.Equal("not_configured", (await Api.GetAsync("/api/user-assets/service-status")).Text("status"));
        Assert.Equal("storage.not_configured", (await Api.PostAsync("/api/user-assets", new { })).Code);
    }

    [Fact]
    public async Task Where_there_is_storage_a_file_is_kept_and_has_an_address()
    {
        Api.State.Write(tables => tables.HasStorage = true);

        Assert.Equal("ready", (await Api.GetAsync("/api/user-assets/service-status")).Text("status"));
        Assert.StartsWith("https://", (await UploadAsync("file", "image/png")).Text("url"), StringComparison.Ordinal);
        Assert.Equal("guard.mime_type_not_allowed", (await UploadAsync("file", "text/html")).Code);
        Assert.Equal("guard.invalid_input", (await UploadAsync("other", "image/png")).Code);
    }

    [Theory]
    [InlineData("gmail.com", 422, "single_sign_on.forbidden_domains")]
    [InlineData("no domain", 200, null)]
    [InlineData("a.example,A.example", 422, "single_sign_on.duplicated_domains")]
    public async Task Domains_of_SSO_connectors_are_no_mailboxes_and_named_once(string domains, int status, string? code)
    {
        var reply = await Api.PostAsync(
            "/api/sso-connectors", new { providerName = "OIDC", connectorName = "c", domains = domains.Split(',') });

        Assert.Equal((status, code), (reply.Status, reply.Code));
    }

    [Fact]
    public async Task Names_of_SSO_connectors_are_unique()
    {
        await Api.PostAsync("/api/sso-connectors", new { providerName = "OIDC", connectorName = "c" });

        var reply = await Api.PostAsync("/api/sso-connectors", new { providerName = "SAML", connectorName = "c" });

        Assert.Equal((409, "single_sign_on.duplicate_connector_name"), (reply.Status, reply.Code));
    }

    [Fact]
    public async Task The_Management_API_itself_cannot_be_changed()
    {
        Assert.Equal(400, (await Api.DeleteAsync("/api/resources/management-api")).Status);
        Assert.Equal(400, (await Api.PostAsync("/api/resources/management-api/scopes", new { name = "more" })).Status);
        Assert.Equal("scope.name_with_space", (await Api.PostAsync("/api/resources/management-api/scopes", new { name = "a b" })).Code);
    }

    [Fact]
    public async Task A_code_proves_an_address_once()
    {
        Assert.Equal(204, (await Api.PostAsync("/api/verification-codes", new { email = "new@example.com" })).Status);
        var code = Api.State.Read(tables => tables.VerificationCodes.Single().Code);
        Assert.Contains(code, Api.State.Read(tables => tables.Mailbox.Single().Text), StringComparison.Ordinal);

        Assert.Equal("verification_code.code_mismatch", (await VerifyAsync(code == "000000" ? "000001" : "000000")).Code);
        Assert.Equal(204, (await VerifyAsync(code)).Status);
        Assert.Equal("verification_code.not_found", (await VerifyAsync(code)).Code);
    }

    [Fact]
    public async Task A_code_expires_and_tires()
    {
        await Api.PostAsync("/api/verification-codes", new { email = "new@example.com" });
        for (var number = 0; number < 10; number++)
        {
            await VerifyAsync("wrong");
        }

        Assert.Equal("verification_code.exceed_max_try", (await VerifyAsync("wrong")).Code);
        Api.Clock.Advance(TimeSpan.FromMinutes(11));
        Assert.Equal("verification_code.expired", (await VerifyAsync("wrong")).Code);
    }

    private static object Template(string languageTag, string templateType, string subject) =>
        new { languageTag, templateType, details = new { subject, content = "c" } };

    private Task<Reply> VerifyAsync(string verificationCode) =>
        Api.PostAsync("/api/verification-codes/verify", new { email = "new@example.com", verificationCode });

    private async Task<Reply> UploadAsync(string field, string type)
    {
        using var file = new ByteArrayContent([1, 2, 3]);
        file.Headers.ContentType = new(type);
        using var form = new MultipartFormDataContent { { file, field, "logo.png" } };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/user-assets") { Content = form, Headers = { Authorization = new("Bearer", ManagementHost.AllPowerful) } };
        return await Api.SendAsync(request);
    }
}
