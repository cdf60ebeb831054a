using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.Invitations.Importing;

/// <summary>A file that is being checked, with what was corrected. Lives in the page that shows it, and nowhere else until it is sent.</summary>
public sealed class ImportDraft
{
    private readonly ImportFacts _facts;
    private readonly ImportLine[] _lines;

    /// <summary>Judges the file's lines.</summary>
    public ImportDraft(ImportFile file, ImportFacts facts, IReadOnlyList<OrganizationRoleId> roles, int? days)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(facts);
        (Name, _lines, _facts, Roles, Days) = (file.Name, [.. file.Lines], facts, roles, days);
        Rows = [];
        Judge();
    }

    /// <summary>The file's name.</summary>
    public string Name { get; }

    /// <summary>Every line with its verdict.</summary>
    public IReadOnlyList<ImportRow> Rows { get; private set; }

    /// <summary>The roles for lines that name none.</summary>
    public IReadOnlyList<OrganizationRoleId> Roles { get; private set; }

    /// <summary>The end for lines that say none, in days; <see langword="null"/> for what is configured.</summary>
    public int? Days { get; private set; }

    /// <summary>Whether members are known; otherwise they are noticed when sending.</summary>
    public bool KnowsMembers => _facts.Members is not null;

    /// <summary>How many are in the group.</summary>
    public int Count(ImportGroup group) => Rows.Count(row => GroupOf(row) == group);

    /// <summary>Those of the group, or all.</summary>
    public IReadOnlyList<ImportRow> Of(ImportGroup? group) => group is null ? Rows : [.. Rows.Where(row => GroupOf(row) == group)];

    /// <summary>Chooses for the lines that say nothing.</summary>
    public void Choose(IReadOnlyList<OrganizationRoleId> roles, int? days)
    {
        (Roles, Days) = (roles, days);
        Judge();
    }

    /// <summary>Corrects a line.</summary>
    public void Correct(ImportLine corrected)
    {
        var index = Array.FindIndex(_lines, line => line.Number == corrected.Number);
        if (index >= 0)
        {
            _lines[index] = corrected;
            Judge();
        }
    }

    /// <summary>What is sent.</summary>
    public StartImportForm ToForm() => new(Name, [.. Rows.Where(row => row.IsReady).Select(row => new ImportEntry(row.Line.Number, row.Line.Address, row.Roles, row.ExpiresInDays, row.Letter))]);

    private static ImportGroup GroupOf(ImportRow row) => row.IsReady ? ImportGroup.Ready : row.IsToCorrect ? ImportGroup.Correct : ImportGroup.Left;

    private void Judge() => Rows = ImportJudge.Judge(_lines, _facts, Roles, Days);
}
