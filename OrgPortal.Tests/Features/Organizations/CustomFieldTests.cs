using System.Globalization;
using System.Text.Json.Nodes;
using OrgPortal.Tests.Support.Fakes.Logto;
using OrgPortal.Web.Audit;
using OrgPortal.Web.Features.Organizations;
using OrgPortal.Web.Features.Organizations.CustomFields;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Results;

namespace OrgPortal.Tests.Features.Organizations;

public sealed class CustomFieldTests : IDisposable
{
    /// <summary>One of each kind, as a deployer writes them.</summary>
    internal static readonly (string Key, string Value)[] Settings =
    [
        .. Field(0, "costCenter", "Text", ("MaxLength", "8")),
        .. Field(1, "notes", "multiline", ("VisibleTo", "Administrators")),
        .. Field(2, "seats", "Number", ("Min", "1"), ("Max", "500")),
        .. Field(3, "isPartner", "Boolean"),
        .. Field(4, "plan", "Select", ("Options:0:Value", "silver"), ("Options:1:Value", "gold"), ("Options:1:Label:en", "Gold"), ("Options:1:Label:zh-Hans", "黄金"), ("EditableBy", "Operators")),
        .. Field(5, "website", "Url"),
        .. Field(6, "billing", "Email"),
        .. Field(7, "since", "Date"),
        .. Field(8, "tier", "Select", ("Options:0:Value", "a"), ("Options:1:Value", "b")),
    ];

    private readonly OrganizationsHouse _house = new(Settings);

    public CustomFieldTests() => _house.SignIn(_house.Alice);

    private Organization Acme => _house.Logto.Organizations.Single(one => one.Id == _house.Acme);

    private CustomFieldSchema Schema => _house.Get<CustomFieldSchema>();

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task Values_are_kept_in_their_own_kind_beside_what_others_keep_there()
    {
        Keep("""{"billing":"old@acme.example","crm":{"id":7},"seats":3}""");

        var saved = await SaveAsync(("costCenter", " A-1 "), ("seats", "25"), ("isPartner", "true"), ("website", "https://acme.example/x"), ("billing", null), ("since", "2026-11-26"));

        Assert.Null(saved.Failure);
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse("""{"crm":{"id":7},"seats":25,"costCenter":"A-1","isPartner":true,"website":"https://acme.example/x","since":"2026-11-26"}"""), Acme.CustomData), Acme.CustomData?.ToJsonString());
    }

    [Fact]
    public async Task The_record_names_what_changed_before_and_after_and_nothing_else()
    {
        Keep("""{"seats":3,"costCenter":"A-1"}""");

        await SaveAsync(("seats", "4"), ("costCenter", "A-1"), ("tier", "b"));

        var record = Assert.Single(_house.Audit.Records);
        Assert.Equal((AuditActions.UpdateOrganization, "done"), (record.Action, record.Outcome));
        Assert.Equal("""{"name":"Acme","description":"Road-runner supplies","seats":"3","tier":null}""", AuditContent.ToJson(record.Act.Before));
        Assert.Equal("""{"name":"Acme","description":"Road-runner supplies","seats":"4","tier":"b"}""", AuditContent.ToJson(record.Act.After));
    }

    [Fact]
    public async Task Saving_the_name_alone_leaves_the_data_alone()
    {
        Keep("""{"seats":"many","crm":1}""");

        await _house.Service.UpdateAsync(_house.Acme, new OrganizationProfileForm("Acme 2"));
        await _house.Service.UpdateAsync(_house.Acme, new OrganizationProfileForm("Acme 2", Fields: new Dictionary<string, string?> { ["seats"] = "many" }));

        Assert.Equal("""{"seats":"many","crm":1}""", Acme.CustomData!.ToJsonString());
    }

    [Theory]
    [InlineData("costCenter", "123456789", "too_long")]
    [InlineData("costCenter", "a\u202eb", "control_characters")]
    [InlineData("costCenter", "a\nb", "control_characters")]
    [InlineData("seats", "many", "invalid_number")]
    [InlineData("seats", "1e3", "invalid_number")]
    [InlineData("seats", "0", "out_of_range")]
    [InlineData("seats", "500.5", "out_of_range")]
    [InlineData("isPartner", "perhaps", "invalid")]
    [InlineData("plan", "gold", "read_only")]
    [InlineData("tier", "c", "invalid_option")]
    [InlineData("website", "http://acme.example", "https_required")]
    [InlineData("website", "javascript:alert(1)", "https_required")]
    [InlineData("website", "https://user:secret@acme.example", "https_required")]
    [InlineData("billing", "nobody", "invalid_email")]
    [InlineData("since", "26.11.2026", "invalid_date")]
    [InlineData("crm", "1", "unknown")]
    [InlineData("orgPortalCreation", "1", "unknown")]
    public async Task What_breaks_a_rule_is_refused_beside_its_field(string key, string text, string reason)
    {
        var refused = await SaveAsync((key, text));

        Assert.Equal(new FieldFailure($"customFields.{key}", reason), Assert.Single(Assert.IsType<Invalid>(refused.Failure).Fields));
        Assert.Empty(_house.Audit.Records);
        Assert.False(Acme.CustomData?.ContainsKey(key) is true);
    }

    [Fact]
    public async Task What_does_not_fit_any_more_is_shown_and_stays_until_it_is_changed()
    {
        Keep("""{"seats":{"a":1},"tier":"gone","costCenter":"far too long","isPartner":"maybe"}""");

        var read = (await _house.Service.GetAsync(_house.Acme)).Value.Fields!;
        Assert.Equal(("""{"a":1}""", "gone", "far too long", "maybe"), (read["seats"], read["tier"], read["costCenter"], read["isPartner"]));
        Assert.Null((await SaveAsync([.. read.Select(value => (value.Key, value.Value)).Where(value => value.Key != "billing"), ("billing", "pay@acme.example")])).Failure);

        Assert.Equal("""{"seats":{"a":1},"tier":"gone","costCenter":"far too long","isPartner":"maybe","billing":"pay@acme.example"}""", Acme.CustomData!.ToJsonString());
    }

    [Fact]
    public async Task What_is_for_administrators_is_not_read_by_members()
    {
        Keep("""{"notes":"pays late","costCenter":"A-1"}""");
        Assert.Equal("pays late", (await _house.Service.GetAsync(_house.Acme)).Value.Fields!["notes"]);

        _house.SignIn(_house.Bob);
        var read = (await _house.Service.GetAsync(_house.Acme)).Value.Fields!;

        Assert.Equal("A-1", read["costCenter"]);
        Assert.False(read.ContainsKey("notes"));
        Assert.Equal(new Forbidden("organization.manage"), (await SaveAsync(("costCenter", "B"))).Failure);
    }

    [Fact]
    public async Task Of_two_who_change_it_the_second_is_told()
    {
        Keep("""{"seats":3}""");
        var seen = (await _house.Service.GetAsync(_house.Acme)).Value;
        Keep("""{"seats":9}""");

        var refused = await _house.Service.UpdateAsync(
            _house.Acme, new OrganizationProfileForm("Acme", seen.Description, Fields: new Dictionary<string, string?> { ["seats"] = "4" }), new OrganizationProfileForm(seen.Name, seen.Description, Fields: seen.Fields));

        Assert.Equal(new Refused(RefusalReasons.ChangedMeanwhile), refused.Failure);
        Assert.Equal("""{"seats":9}""", Acme.CustomData!.ToJsonString());
    }

    [Fact]
    public async Task When_Logto_fails_nothing_is_changed_and_that_is_on_record()
    {
        _house.Logto.Calls.Fail("IOrganizationsClient.UpdateAsync", FakeLogtoCalls.Outage());

        Assert.IsType<Unavailable>((await SaveAsync(("seats", "4"))).Failure);
        Assert.Equal("failed", Assert.Single(_house.Audit.Records).Outcome);
        Assert.Null(Acme.CustomData?["seats"]);
    }

    [Fact]
    public async Task Who_creates_an_organization_fills_in_what_is_required()
    {
        using var house = new OrganizationsHouse([.. Field(0, "costCenter", "Text", ("Required", "true")), .. Field(1, "terms", "Boolean", ("Required", "true")), .. Field(2, "seats", "Number")]);
        house.SignIn(house.Dave);

        var refused = await house.Service.CreateAsync(Guid.NewGuid(), new CreateOrganizationForm("Initech", null, new Dictionary<string, string?> { ["terms"] = "false" }));
        Assert.Equal([("customFields.costCenter", "required"), ("customFields.terms", "required")], Assert.IsType<Invalid>(refused.Failure).Fields.Select(field => (field.Field, field.Reason)));

        var created = await house.Service.CreateAsync(Guid.NewGuid(), new CreateOrganizationForm("Initech", null, new Dictionary<string, string?> { ["costCenter"] = "A-1", ["terms"] = "true", ["seats"] = "5" }));
        var data = house.Logto.Organizations.Single(one => one.Id == created.Value).CustomData!;
        Assert.Equal(("A-1", true, "5"), ((string)data["costCenter"]!, (bool)data["terms"]!, data["seats"]!.ToJsonString()));
        Assert.NotNull(data["orgPortalCreation"]);
    }

    [Fact]
    public void Words_come_in_the_readers_language_and_otherwise_in_English()
    {
        var plan = Schema.Find("plan")!;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-CN");
        Assert.Equal(("plan", "黄金", "silver", "old"), (plan.Label, plan.NameOf("gold"), plan.NameOf("silver"), plan.NameOf("old")));
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        Assert.Equal("Gold", plan.NameOf("gold"));
    }

    [Theory]
    [InlineData("Key", "1st", ":Key is '1st'")]
    [InlineData("Key", "orgPortalCreation", ":Key is 'orgPortalCreation'")]
    [InlineData("Type", "Colour", ":Type is 'Colour'. Use one of: Text")]
    [InlineData("Label:en", "", ":Label:en is missing")]
    [InlineData("Label:xx", "Etwas", ":Label:xx names a language")]
    [InlineData("MaxLength", "0", ":MaxLength is 0")]
    [InlineData("Min", "1", ":Min and")]
    [InlineData("Options:0:Value", "a", ":Options are for the type Select only")]
    [InlineData("EditableBy", "Everybody", ":EditableBy is 'Everybody'")]
    [InlineData("VisibleTo", "Nobody", ":VisibleTo is 'Nobody'")]
    public void A_schema_that_makes_no_sense_is_answered_with_a_remedy(string setting, string value, string says)
    {
        using var house = new OrganizationsHouse([.. Field(0, "costCenter", "Text").Where(one => one.Key != $"Portal:CustomFields:0:{setting}"), ($"Portal:CustomFields:0:{setting}", value)]);

        var failure = Assert.Throws<Microsoft.Extensions.Options.OptionsValidationException>(() => house.Get<CustomFieldSchema>());

        Assert.Contains("Portal:CustomFields:0" + says, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_required_field_that_nobody_may_fill_in_and_a_key_twice_are_refused()
    {
        using var house = new OrganizationsHouse([.. Field(0, "a", "Text", ("Required", "true"), ("EditableBy", "Operators")), .. Field(1, "A", "Select")]);

        var failure = Assert.Throws<Microsoft.Extensions.Options.OptionsValidationException>(() => house.Get<CustomFieldSchema>());

        Assert.Equal(3, failure.Failures.Count());
    }

    internal static (string Key, string Value)[] Field(int index, string key, string type, params (string Key, string Value)[] more) =>
    [
        .. new[] { ("Key", key), ("Type", type), ("Label:en", key) }.Concat(more).GroupBy(setting => setting.Item1).Select(setting => ($"Portal:CustomFields:{index}:{setting.Key}", setting.Last().Item2)),
    ];

    private void Keep(string json)
    {
        var index = _house.Logto.Organizations.FindIndex(one => one.Id == _house.Acme);
        _house.Logto.Organizations[index] = Acme with { CustomData = JsonNode.Parse(json)!.AsObject() };
    }

    private Task<Result> SaveAsync(params (string Key, string? Text)[] values) =>
        _house.Service.UpdateAsync(_house.Acme, new OrganizationProfileForm("Acme", "Road-runner supplies", Fields: values.ToDictionary(value => value.Key, value => value.Text)));
}
