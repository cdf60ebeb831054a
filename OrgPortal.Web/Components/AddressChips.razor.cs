using Microsoft.AspNetCore.Components;

namespace OrgPortal.Web.Components;

/// <summary>
/// A field for several e-mail addresses: typed or pasted, each becomes a chip. What is wrong with one also stands below as a sentence, with the remedy as a link.
/// Duplicates merge, regardless of case. Put it into a <see cref="Field"/>.
/// </summary>
public partial class AddressChips
{
    private IReadOnlyList<(string Address, AddressVerdict Verdict)> _refused = [];
    private int _overLimit;

    /// <summary>The addresses, also those that cannot be used.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<string> Addresses { get; set; } = [];

    /// <summary>Raised with the addresses after each change.</summary>
    [Parameter]
    public EventCallback<IReadOnlyList<string>> AddressesChanged { get; set; }

    /// <summary>What else speaks against an address that is complete ("is already a member"). Must be cheap: it is asked for every chip.</summary>
    [Parameter]
    public Func<string, AddressVerdict?>? Judge { get; set; }

    /// <summary>The most addresses at once; the rest is refused with a sentence.</summary>
    [Parameter]
    public int Max { get; set; } = 200;

    /// <summary>The accessible name, unless a <see cref="Field"/> around it has one.</summary>
    [Parameter]
    public string? Label { get; set; }

    /// <summary>An example while there is no chip.</summary>
    [Parameter]
    public string? Placeholder { get; set; }

    [CascadingParameter]
    private FieldContext? Context { get; set; }

    /// <inheritdoc />
    protected override void OnParametersSet() =>
        _refused = [.. Addresses.Select(address => (address, VerdictOn(address))).Where(pair => pair.Item2 is not null).Select(pair => (pair.address, pair.Item2!))];

    private AddressVerdict? VerdictOn(string address) =>
        AddressText.IsComplete(address) ? Judge?.Invoke(address) : new AddressVerdict(Tone.Danger, L["IncompleteAddress"], Completion(address));

    /// <summary>"kenji@acme" becomes "kenji@acme.example" when another address here ends so.</summary>
    private string? Completion(string address)
    {
        var at = address.IndexOf('@', StringComparison.Ordinal);
        if (at <= 0 || at == address.Length - 1)
        {
            return null;
        }

        var start = address[(at + 1)..].TrimEnd('.') + '.';
        var domain = Addresses.Where(AddressText.IsComplete).Select(other => other[(other.IndexOf('@', StringComparison.Ordinal) + 1)..])
            .FirstOrDefault(other => other.StartsWith(start, StringComparison.OrdinalIgnoreCase));
        return domain is not null && address[..(at + 1)] + domain is var whole && AddressText.IsComplete(whole) ? whole : null;
    }

    private Task AddAsync(AddressesEventArgs entered)
    {
        if (entered.RemoveLast)
        {
            return Addresses.Count == 0 ? Task.CompletedTask : RemoveAsync(Addresses[^1]);
        }

        var known = new HashSet<string>(Addresses, StringComparer.OrdinalIgnoreCase);
        var all = Addresses.ToList();
        _overLimit = 0;
        foreach (var address in AddressText.Parse(entered.Text).Select(parsed => parsed.Address).Where(known.Add))
        {
            if (all.Count < Max)
            {
                all.Add(address);
            }
            else
            {
                _overLimit++;
            }
        }

        return AddressesChanged.InvokeAsync(all);
    }

    private Task RemoveAsync(string address)
    {
        _overLimit = 0;
        return AddressesChanged.InvokeAsync([.. Addresses.Where(other => other != address)]);
    }

    private Task ReplaceAsync(string address, string fix) =>
        AddressesChanged.InvokeAsync([.. Addresses.Select(other => other == address ? fix : other).Distinct(StringComparer.OrdinalIgnoreCase)]);
}
