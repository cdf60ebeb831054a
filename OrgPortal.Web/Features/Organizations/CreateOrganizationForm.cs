namespace OrgPortal.Web.Features.Organizations;

/// <summary>A new organization.</summary>
/// <param name="Name">1 to 128 characters after trimming; no control characters, no marks of direction.</param>
/// <param name="Description">At most 256 characters, may be left out.</param>
/// <param name="Fields">The deployer's custom fields, by key; those that are required must be there.</param>
public sealed record CreateOrganizationForm(string Name, string? Description = null, IReadOnlyDictionary<string, string?>? Fields = null)
{
    /// <summary>As it goes on record: one line for each thing, as everywhere there.</summary>
    internal object Recorded() => Fields is null ? this : new OrganizationProfileForm(Name, Description).Recorded([.. Fields]);
}
