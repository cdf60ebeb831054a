using System.Text.Json;

namespace OrgPortal.Tests.Nodes;

/// <summary>What a node is to do, as one line of JSON.</summary>
/// <param name="Act">One of the constants here.</param>
/// <param name="At">When, in ticks of the system's clock: two nodes are told the same moment.</param>
/// <param name="Actor">Who acts.</param>
/// <param name="Organization">Where.</param>
/// <param name="Target">To whom it is done.</param>
/// <param name="Role">The role that is left to whoever steps down.</param>
internal sealed record NodeCommand(string Act, long At, string Actor, string Organization, string Target, string Role)
{
    public const string Remove = "remove";

    public const string Demote = "demote";

    public const string Leave = "leave";

    public const string HandOver = "hand-over";

    /// <summary>Starts an import of as many invitations as <see cref="Target"/> says, with <see cref="Role"/>.</summary>
    public const string Import = "import";

    public string ToLine() => JsonSerializer.Serialize(this);

    public static NodeCommand FromLine(string line) => JsonSerializer.Deserialize<NodeCommand>(line)!;
}
