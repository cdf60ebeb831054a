using Microsoft.Extensions.Time.Testing;
using OrgPortal.Web.Authentication.Circuits;
using OrgPortal.Web.Authorization.Watch;
using OrgPortal.Web.Logto;

namespace OrgPortal.Tests.Authorization;

public sealed class CheckScheduleTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public void Two_hundred_people_with_the_usual_budget_are_each_asked_about_within_half_a_minute_and_evenly()
    {
        var (most, calls, longest) = Run(people: 200, callsPerMinute: 600, minutes: 10);

        Assert.InRange(longest, TimeSpan.FromSeconds(19), CheckSchedule.Promise);
        Assert.InRange(calls, 200 * 10 * 2, 200 * 10 * 4);
        Assert.InRange(most, 1, 40);
    }

    [Fact]
    public void With_a_budget_that_is_too_small_everybody_waits_longer_and_nobody_is_forgotten()
    {
        var (_, calls, longest) = Run(people: 200, callsPerMinute: 120, minutes: 20);

        Assert.InRange(calls, 0, (120 * 20) + 10);
        Assert.InRange(longest, TimeSpan.FromSeconds(95), TimeSpan.FromSeconds(130));
    }

    [Fact]
    public void Whoever_has_several_organizations_open_costs_two_calls()
    {
        var schedule = new CheckSchedule(60, _time);
        var person = new PresentPerson(Id(1), new HashSet<OrganizationId> { OrganizationId.Parse("a"), OrganizationId.Parse("b") });
        _ = schedule.Take([person, person with { Id = Id(2) }]);
        _time.Advance(TimeSpan.FromMinutes(1));

        // Two seconds' worth is kept: enough for one of the two.
        Assert.Single(schedule.Take([person, person with { Id = Id(2) }]));
    }

    [Fact]
    public void Whoever_leaves_is_forgotten_and_a_hurry_makes_it_everybodys_turn()
    {
        var schedule = new CheckSchedule(6000, _time);
        PresentPerson[] people = [Person(1), Person(2)];
        _time.Advance(TimeSpan.FromMinutes(1));
        _ = schedule.Take(people);
        _time.Advance(CheckSchedule.Period);
        Assert.Equal(2, schedule.Take(people).Count);
        Assert.Empty(schedule.Take(people));

        schedule.Hurry();
        _time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal([people[1]], schedule.Take([people[1]]));
        Assert.Equal(TimeSpan.Zero, schedule.Oldest);
    }

    private (int MostAtOnce, int Calls, TimeSpan Longest) Run(int people, int callsPerMinute, int minutes)
    {
        var schedule = new CheckSchedule(callsPerMinute, _time);
        PresentPerson[] present = [.. Enumerable.Range(1, people).Select(Person)];
        var last = present.ToDictionary(person => person.Id, _ => _time.GetUtcNow());
        var (most, calls, longest) = (0, 0, TimeSpan.Zero);
        for (var second = 0; second < minutes * 60; second++)
        {
            var turn = schedule.Take(present);
            (most, calls) = (Math.Max(most, turn.Count), calls + turn.Count);
            foreach (var person in turn)
            {
                var waited = _time.GetUtcNow() - last[person.Id];
                longest = waited > longest ? waited : longest;
                last[person.Id] = _time.GetUtcNow();
            }

            _time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.All(last.Values, asked => Assert.True(_time.GetUtcNow() - asked < TimeSpan.FromSeconds(130)));
        return (most, calls, longest);
    }

    private static PresentPerson Person(int number) => new(Id(number), new HashSet<OrganizationId>());

    private static UserId Id(int number) => UserId.Parse($"person{number}");
}
