using OrgPortal.Web.Provisioning.Files;

namespace OrgPortal.Tests.Provisioning;

public sealed class TenantFileTests
{
    [Theory]
    [InlineData("permissions:\n  - name: read member", "line 2: permissions[1].name is 'read member', and a permission cannot have spaces.")]
    [InlineData("permissions:\n  - name: a\n  - name: a", "line 3: permissions[2]: 'a' is there twice.")]
    [InlineData("permissions:\n  - description: a", "line 2: permissions[1].name is missing or empty.")]
    [InlineData("permissions: read:member", "line 1: permissions must be a list")]
    [InlineData("permissions: [read]", "line 1: permissions must be a list of objects")]
    [InlineData("roles:\n  - name: a\n    type: Person", "line 3: roles[1].type is 'Person'. Write User or MachineToMachine.")]
    [InlineData("roles:\n  - name: a\n    permissions: [read:membr]", "line 3: roles[1].permissions names 'read:membr', which the list of permissions does not have.")]
    [InlineData("roles:\n  - name: a\n    apis: [{ indicator: 'https://a.example' }]", "line 3: roles[1].apis[1].indicator is 'https://a.example', which the list of apis does not have.")]
    [InlineData("role:\n  - name: a", "line 1: role is not understood. Did you mean roles?")]
    [InlineData("roles:\n  - name: a\n    colour: red", "line 3: roles[1].colour is not understood. Known here: apis, description, name, permissions, type.")]
    [InlineData("apis:\n  - name: a\n    indicator: api", "line 3: apis[1].indicator is 'api', which is no absolute URI.")]
    [InlineData("apis:\n  - name: a\n    indicator: https://default.logto.app/api", "line 3: apis[1].indicator is that of Logto's own Management API")]
    [InlineData("apis:\n  - name: a\n    indicator: https://a.example\n    accessTokenSeconds: many", "line 4: apis[1].accessTokenSeconds is 'many'. Write a number from 60")]
    [InlineData("tenantRoles:\n  - name: Logto Management API access\n    description: a", "line 2: tenantRoles[1].name is that of a role of Logto's own.")]
    [InlineData("applications:\n  - name: a", "line 2: applications[1].type is missing.")]
    [InlineData("applications:\n  - name: a\n    type: Web", "line 3: applications[1].type is 'Web'. Write Traditional, SPA, Native or MachineToMachine.")]
    [InlineData("applications:\n  - name: a\n    type: SPA\n    redirectUris: [portal]", "line 4: applications[1].redirectUris has 'portal', which is no web address.")]
    [InlineData("applications:\n  - name: a\n    type: SPA\n    managementApi: true", "line 2: applications[1] is of type SPA, and only a MachineToMachine application has roles.")]
    [InlineData("applications:\n  - name: a\n    type: SPA\n    managementApi: maybe", "line 4: applications[1].managementApi must be true or false.")]
    [InlineData("applications:\n  - name: a\n    type: SPA\n    credentials: { clientSecret: A:B }", "line 4: applications[1] is of type SPA, which has no secret.")]
    [InlineData("applications:\n  - name: a\n    type: SPA\n    credentials: { clientId: 'A::B' }", "line 4: applications[1].credentials.clientId is 'A::B', which is no setting.")]
    [InlineData("applications:\n  - name: a\n    type: SPA\n    refreshTokenDays: 181", "line 4: applications[1].refreshTokenDays is '181'. Write a number from 1 to 180.")]
    [InlineData("webhooks:\n  - name: a\n    url: https://a.example", "line 2: webhooks[1].events is empty.")]
    [InlineData("mails:\n  - type: OrganizationInvitation\n    language: en\n    subject: a\n    content: Come!", "line 5: mails[1].content has no {{link}}")]
    [InlineData("mails:\n  - type: Invitation\n    language: en\n    subject: a\n    content: a", "line 2: mails[1].type is 'Invitation'.")]
    [InlineData("emailConnector:\n  connectorId: simple-mail-transfer-protocol\n  config: {}", "line 2: emailConnector is an SMTP connector, which wants texts of the types SignIn, Register, ForgotPassword, Generic.")]
    [InlineData("signIn:\n  signUp:\n    identifiers: [email]\n    verify: false", "line 4: signIn.signUp.verify is false")]
    [InlineData("signIn:\n  methods:\n    - identifier: email", "line 3: signIn.methods[1] signs nobody in.")]
    [InlineData("signIn:\n  mfa:\n    factors: [BackupCode]", "line 3: signIn.mfa.factors has backup codes alone")]
    [InlineData("signIn:\n  mfa:\n    factors: [Sms]", "line 3: signIn.mfa.factors names 'Sms'.")]
    [InlineData("roles:\n  - name: ${ROLE}", "line 2: ${ROLE} has no value. Set ROLE in the settings or the environment, or write ${ROLE:-…}")]
    [InlineData("roles:\n  - name: a\n    description: [", "This is neither YAML nor JSON")]
    [InlineData("- a", "line 1: The file must be one object")]
    [InlineData("", "line 1: The file must be one object")]
    public void A_mistake_is_named_with_its_line_and_its_remedy(string yaml, string sentence)
    {
        var refused = Assert.Throws<TenantFileException>(() => BareTenant.Parse(yaml));

        Assert.Contains(refused.Mistakes, mistake => mistake.StartsWith("tenant.yaml, line ", StringComparison.Ordinal) && mistake.Contains(sentence, StringComparison.Ordinal));
    }

    [Fact]
    public void All_mistakes_are_told_at_once_in_their_order()
    {
        var refused = Assert.Throws<TenantFileException>(() => BareTenant.Parse("roles:\n  - name: a\n    type: x\napplications:\n  - type: SPA\n    nam: b"));

        Assert.Equal(["3", "5", "6"], refused.Mistakes.Select(mistake => mistake.Split(':')[0].Split(' ')[^1]));
    }

    [Fact]
    public void A_variable_that_is_not_set_is_told_once_and_not_what_comes_of_it()
    {
        var refused = Assert.Throws<TenantFileException>(() => BareTenant.Parse("webhooks:\n  - name: a\n    url: ${NOWHERE}/hook\n    events: [a]"));

        Assert.StartsWith("tenant.yaml, line 3: ${NOWHERE} has no value.", Assert.Single(refused.Mistakes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("${Portal:PublicUrl}/in", "https://portal.example/in")]
    [InlineData("${Portal:Missing:-http://a.example:80/}", "http://a.example:80/")]
    [InlineData("${Portal:PublicUrl:-http://a.example}", "https://portal.example")]
    [InlineData("https://a.example/$${x}", "https://a.example/${x}")]
    public void Variables_stand_for_settings(string written, string read) =>
        Assert.Equal(read, BareTenant.Parse($"roles: [{{ name: a, description: \"{written}\" }}]").Roles[0].Description);

    [Theory]
    [InlineData("${MISSING:-}", 0)]
    [InlineData("false", 0)]
    [InlineData("No", 0)]
    [InlineData("${Portal:PublicUrl:-}", 1)]
    [InlineData("true", 1)]
    public void A_condition_leaves_an_object_out_with_everything_in_it(string condition, int count) =>
        Assert.Equal(count, BareTenant.Parse($"tenantRoles:\n  - name: ${{{(count == 0 ? "MISSING" : "Portal:PublicUrl")}}}\n    description: a\n    onlyIf: {condition}").TenantRoles.Count);

    [Fact]
    public void Json_is_read_as_well()
    {
        var file = BareTenant.Parse("""{ "permissions": [{ "name": "read:member" }], "roles": [{ "name": "member", "permissions": ["read:member"] }] }""");

        Assert.Equal(["read:member"], file.Roles[0].Permissions);
    }

    [Fact]
    public void In_a_connectors_settings_quotes_make_a_text()
    {
        var config = BareTenant.Parse("emailConnector:\n  connectorId: some\n  config:\n    port: 587\n    secure: ${SECURE:-false}\n    auth:\n      pass: \"123\"\n      user: ${U:-}").EmailConnector!.Config;

        Assert.Equal("""{"port":587,"secure":false,"auth":{"pass":"123","user":null}}""", config.ToJsonString());
    }
}
