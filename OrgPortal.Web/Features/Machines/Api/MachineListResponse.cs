using System.ComponentModel;

namespace OrgPortal.Web.Features.Machines.Api;

/// <summary>The machines of an organization.</summary>
internal sealed record MachineListResponse(
    [property: Description("Its own, by name.")] IReadOnlyList<MachineResponse> Items,
    [property: Description("Those that somebody else has put into it, at most a hundred: to be seen, and no more.")] IReadOnlyList<MachineResponse> Provided,
    [property: Description("How many of them are not among these.")] int MoreProvided,
    [property: Description("How many of its own it may have.")] int Limit)
{
    /// <summary>Maps it.</summary>
    public static MachineListResponse From(MachineList list) => new([.. list.Machines.Select(MachineResponse.From)], [.. list.Provided.Select(MachineResponse.From)], list.MoreProvided, list.Limit);
}
