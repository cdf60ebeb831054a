using System.ComponentModel;

namespace OrgPortal.Web.Features.Operators.Api;

/// <summary>Whether people are to be able to create organizations.</summary>
internal sealed record CreationStandingRequest(
    [property: Description("Whether nobody is to.")] bool? IsSuspended,
    [property: Description("What people are told while nobody can, on one line of at most 280 characters; nothing for the portal's own words.")] string? Sentence = null);
