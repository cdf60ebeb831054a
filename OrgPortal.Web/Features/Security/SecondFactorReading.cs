using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Security;

/// <summary>
/// Reads from Logto what it tells person by person only. One for the process: whoever counts, however many organizations at a time, no more than a few questions are under way.
/// </summary>
internal sealed class SecondFactorReading(IOrganizationMembersClient members, IUsersClient users) : IDisposable
{
    private const int AtOnce = 6;

    private readonly SemaphoreSlim _turns = new(AtOnce);

    /// <summary>What one page of members has. All of the page or, when Logto does not answer or asks to be left alone, nothing of it.</summary>
    public async Task<Result<PageTally>> ReadPageAsync(OrganizationId organization, int number, CancellationToken cancellationToken)
    {
        var request = new PageRequest(number, PageRequest.MaxSize);
        var page = await members.ListAsync(organization, request, cancellationToken: cancellationToken).ToResultAsync();
        if (page.IsFailure)
        {
            return page.Failure;
        }

        // The first that fails spares the rest of the page its questions.
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Failure? failure = null;
        var found = await Task.WhenAll(page.Value.Items.Select(async member =>
        {
            var factors = await InTurnAsync(() => users.ListSecondFactorsAsync(member.Id, cancellationToken).ToResultAsync(), stopping.Token);
            if (factors is { IsFailure: true } and not { Failure: NotFound })
            {
                Interlocked.CompareExchange(ref failure, factors.Value.Failure, null);
                await stopping.CancelAsync();
            }

            return (member.Id, Factors: factors is { IsFailure: false } read ? read.Value : null);
        }));
        cancellationToken.ThrowIfCancellationRequested();
        if (failure is not null)
        {
            return failure;
        }

        // An account that is gone since the page was read is no member any more.
        var known = found.Where(one => one.Factors is not null).ToList();
        return new PageTally(
            page.Value.TotalCount,
            known.Count,
            known.Count(one => one.Factors!.Any(factor => factor.Type == "WebAuthn")),
            [.. known.Where(one => !one.Factors!.Any(factor => factor.Counts)).Select(one => one.Id)],
            page.Value.Items.Count == 0 || (long)number * request.Size >= page.Value.TotalCount);
    }

    /// <summary>The people of a page, as the list of members describes them; nothing for whoever is no member any more.</summary>
    public async Task<Result<IReadOnlyList<OrganizationMember?>>> ReadPeopleAsync(OrganizationId organization, IReadOnlyList<UserId> people, CancellationToken cancellationToken)
    {
        var found = await Task.WhenAll(people.Select(person => InTurnAsync(() => FindAsync(organization, person, cancellationToken), cancellationToken)));
        cancellationToken.ThrowIfCancellationRequested();
        return found.FirstOrDefault(one => one is { IsFailure: true }) is { } failed
            ? failed.Failure!
            : Result.Of<IReadOnlyList<OrganizationMember?>>([.. found.Select(one => one?.Value)]);
    }

    /// <summary>Whether none of these people has one that counts.</summary>
    public async Task<Result<bool>> HasNobodyAsync(IReadOnlyList<UserId> people)
    {
        var found = await Task.WhenAll(people.Select(person => InTurnAsync(() => users.ListSecondFactorsAsync(person, CancellationToken.None).ToResultAsync(), CancellationToken.None)));
        return found.FirstOrDefault(one => one is { IsFailure: true }) is { } failed
            ? failed.Failure!
            : !found.Any(one => one!.Value.Value.Any(factor => factor.Counts));
    }

    public void Dispose() => _turns.Dispose();

    // The row of the person tells name and membership with one call.
    private async Task<Result<OrganizationMember?>> FindAsync(OrganizationId organization, UserId person, CancellationToken cancellationToken)
    {
        var page = await members.ListAsync(organization, new PageRequest(1, PageRequest.MaxSize), person.Value, cancellationToken: cancellationToken).ToResultAsync();
        return page.IsFailure ? page.Failure : Result.Of(page.Value.Items.FirstOrDefault(member => member.Id == person));
    }

    /// <returns>The answer; nothing when it was not worth asking any more.</returns>
    private async Task<Result<T>?> InTurnAsync<T>(Func<Task<Result<T>>> ask, CancellationToken cancellationToken)
    {
        try
        {
            await _turns.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            return null;
        }

        try
        {
            if (!cancellationToken.IsCancellationRequested)
            {
                return await ask();
            }

            return null;
        }
        finally
        {
            _turns.Release();
        }
    }
}
