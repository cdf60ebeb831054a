using Microsoft.AspNetCore.Components;
using OrgPortal.Web.Components;

namespace OrgPortal.Web.App.Gallery;

/// <summary>Shows the table as a page uses it, in Development only: <c>?state=loading</c>, <c>reloading</c> or <c>empty</c>.</summary>
public partial class KitPeoplePage
{
    private IReadOnlyList<SamplePerson> _people = [];
    private string? _search;
    private string? _roleFilter;

    /// <summary>Which state to show.</summary>
    [SupplyParameterFromQuery]
    public string? State { get; set; }

    private IReadOnlyList<SamplePerson>? Shown => State switch
    {
        "loading" => null,
        "empty" => [],
        _ => [.. _people.Where(person => (_roleFilter is null || person.Role == _roleFilter) && (_search is null || person.Name.Contains(_search, StringComparison.OrdinalIgnoreCase)))],
    };

    /// <inheritdoc />
    protected override void OnInitialized() => _people = SamplePerson.Some(Time.GetUtcNow());

    private void Remove(SamplePerson person)
    {
        _people = [.. _people.Where(other => other != person)];
        Feedback.Succeeded($"Removed {person.Name} from Acme");
    }

    private async Task ChangeAsync(SamplePerson person, string role)
    {
        await Task.Delay(TimeSpan.FromMilliseconds(600), Time);
        _people = [.. _people.Select(other => other == person ? other with { Role = role } : other)];
        Feedback.Succeeded($"{person.Name} has another role now", () => ChangeAsync(person, person.Role));
    }

    private static Html? BadgeOf(SamplePerson person) => person.Name.Split(' ')[0] switch
    {
        "Maya" => Badge.Draw(Tone.Accent, "You"),
        "Felix" => Badge.Draw(Tone.Danger, "Suspended"),
        _ => null,
    };
}
