using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using OrgPortal.Web.Components;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Organizations;

/// <summary>Logo and colours of an organization, with the sign-in page as it would look.</summary>
public sealed partial class BrandingCard : IDisposable
{
    private readonly CancellationTokenSource _leaving = new();
    private readonly HashSet<string> _unseen = new(StringComparer.Ordinal);
    private InputForm? _form;
    private OrganizationBrand? _seen;
    private Failure? _refused;
    private string _logo = string.Empty;
    private string _darkLogo = string.Empty;
    private string _favicon = string.Empty;
    private string _color = string.Empty;
    private string _darkColor = string.Empty;

    // An address that is still being typed leads to many places: it is only looked at once it is whole.
    private string? _shownLogo;
    private string? _shownDarkLogo;
    private bool _isOutdated;
    private bool _isUnchanged;
    private bool _isSaving;

    // Nothing is said about uploads before it is known.
    private bool? _canUpload;
    private OrganizationId? _askedFor;
    private Failure? _notUploaded;
    private bool _isUploading;

    /// <summary>The organization as it was read.</summary>
    [Parameter, EditorRequired]
    public OrganizationSummary Summary { get; set; } = null!;

    /// <summary>Whether the person may change it.</summary>
    [Parameter]
    public bool CanManage { get; set; }

    /// <summary>Raised when something was saved, or somebody else was faster: what is shown is to be read again.</summary>
    [Parameter]
    public EventCallback OnStale { get; set; }

    private OrganizationBrand Typed => new OrganizationBrand(_logo, _darkLogo, _favicon, _color, _darkColor).Clean();

    private OrganizationBrand Shown => Typed with { LogoUrl = Seen(_shownLogo), DarkLogoUrl = Seen(_shownDarkLogo) };

    private BrandDraft Drafted => new(_logo, _darkLogo, _favicon, _color, _darkColor, _seen!);

    private bool IsChanged => CanManage && _seen is not null && Typed != _seen.Clean();

    private IEnumerable<string> Warnings =>
    [
        .. Unreadable(Typed.PrimaryColor, "LowContrast"),
        .. Unreadable(Typed.DarkPrimaryColor, "LowContrastDark"),
        .. Unseen(_shownLogo, "LogoLabel"),
        .. Unseen(_shownDarkLogo, "DarkLogoLabel"),
    ];

    /// <inheritdoc />
    public void Dispose()
    {
        _leaving.Cancel();
        _leaving.Dispose();
    }

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        var brand = Summary.Brand ?? new OrganizationBrand();
        if (_seen == brand)
        {
            return;
        }

        if (_isUploading && _seen is not null)
        {
            // One's own logo has come: what was typed beside it stays, and nobody was faster.
            (_logo, _shownLogo) = brand.LogoUrl == _seen.LogoUrl ? (_logo, _shownLogo) : (brand.LogoUrl ?? string.Empty, brand.LogoUrl);
            (_darkLogo, _shownDarkLogo) = brand.DarkLogoUrl == _seen.DarkLogoUrl ? (_darkLogo, _shownDarkLogo) : (brand.DarkLogoUrl ?? string.Empty, brand.DarkLogoUrl);
            _seen = brand;
            return;
        }

        var isTyping = IsChanged && Typed != brand.Clean();
        _seen = brand;
        if (isTyping)
        {
            // What was typed stays; the person decides.
            _isOutdated = !_isSaving;
        }
        else
        {
            TakeOver();
        }
    }

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        // Permissions may be known later than the rest.
        if (!CanManage || !RendererInfo.IsInteractive || _askedFor == Summary.Id)
        {
            return;
        }

        (_askedFor, _canUpload) = (Summary.Id, null);
        var can = await Organizations.CanUploadLogosAsync(Summary.Id, _leaving.Token);
        _canUpload = can.IsFailure ? null : can.Value;
    }

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        // A picture may have gone since it was chosen. Asked by the circuit and not by the first answer, which would wait for somebody else's host.
        if (firstRender && CanManage && RendererInfo.IsInteractive)
        {
            await LookAsync();
            StateHasChanged();
        }
    }

    private void TakeOver()
    {
        (_logo, _darkLogo, _favicon) = (_seen!.LogoUrl ?? string.Empty, _seen.DarkLogoUrl ?? string.Empty, _seen.Favicon ?? string.Empty);
        (_color, _darkColor) = (_seen.PrimaryColor ?? string.Empty, _seen.DarkPrimaryColor ?? string.Empty);
        (_shownLogo, _shownDarkLogo) = (_seen.LogoUrl, _seen.DarkLogoUrl);
        (_isOutdated, _refused) = (false, null);
    }

    // What was typed on top of another brand than there is now is shown as what it is: the person decides.
    private Task RestoreAsync(BrandDraft draft)
    {
        (_logo, _darkLogo, _favicon, _color, _darkColor) = (draft.Logo, draft.DarkLogo, draft.Favicon, draft.Color, draft.DarkColor);
        _isOutdated = draft.Seen != _seen;
        return LookAsync();
    }

    private Task TypeLogoAsync(string text)
    {
        var isPasted = Math.Abs(text.Length - _logo.Length) > 1;
        _logo = text;
        return isPasted ? LookAsync() : Task.CompletedTask;
    }

    private Task TypeDarkLogoAsync(string text)
    {
        var isPasted = Math.Abs(text.Length - _darkLogo.Length) > 1;
        _darkLogo = text;
        return isPasted ? LookAsync() : Task.CompletedTask;
    }

    private async Task LookAsync()
    {
        (_shownLogo, _shownDarkLogo) = (Typed.LogoUrl, Typed.DarkLogoUrl);
        foreach (var url in new[] { _shownLogo, _shownDarkLogo }.OfType<string>().Distinct(StringComparer.Ordinal))
        {
            if (await Images.CanShowAsync(url, _leaving.Token))
            {
                _unseen.Remove(url);
            }
            else
            {
                _unseen.Add(url);
            }
        }
    }

    private async Task UploadAsync(IBrowserFile file, bool isDark)
    {
        if (_isUploading)
        {
            return;
        }

        (_isUploading, _notUploaded) = (true, null);
        var uploaded = file.Size > LogoUpload.LargestFile ? new Invalid("file", "too_large") : await SendAsync(file, isDark);
        _notUploaded = uploaded.Failure;
        if (!uploaded.IsFailure)
        {
            Feedback.Succeeded(L["LogoUploaded", Summary.Name]);
            await OnStale.InvokeAsync();
        }

        _isUploading = false;
        await LookAsync();
    }

    private async Task<Result> SendAsync(IBrowserFile file, bool isDark)
    {
        await using var stream = file.OpenReadStream(LogoUpload.LargestFile);
        return await Organizations.UploadLogoAsync(Summary.Id, stream, isDark);
    }

    private string WordsOf(Failure failure) => failure switch
    {
        Invalid { Fields: [{ Reason: "too_large" }] } => L["LogoTooLarge"],
        Invalid => L["LogoUnreadable"],
        _ => Failures.Describe(failure),
    };

    private async Task SaveAsync()
    {
        _isUnchanged = !IsChanged;
        if (_isSaving || _isUnchanged)
        {
            return;
        }

        _isSaving = true;
        var saved = await Organizations.BrandAsync(Summary.Id, Typed, _seen);
        _refused = saved.Failure;
        switch (saved.Failure)
        {
            case null:
                _seen = Typed;
                TakeOver();
                Feedback.Succeeded(L["BrandSaved", Summary.Name]);
                await OnStale.InvokeAsync();
                break;
            case Invalid:
                _form?.FocusFirstError();
                break;
            case Refused { Reason: RefusalReasons.ChangedMeanwhile }:
                _isSaving = false;
                await OnStale.InvokeAsync();
                break;
            default:
                Feedback.Failed(saved.Failure);
                break;
        }

        _isSaving = false;
    }

    private IEnumerable<string> Unreadable(string? text, string words)
    {
        if (RgbColor.TryParse(text, out var color) && color.ContrastWith(RgbColor.White) is < RgbColor.TextContrast and var contrast)
        {
            // Rounded down: 4.49 is not enough, and must not read like it.
            yield return L[words, (Math.Floor(contrast * 10) / 10).ToString("0.0", CultureInfo.CurrentCulture)];
        }
    }

    private IEnumerable<string> Unseen(string? url, string label)
    {
        if (url is not null && _unseen.Contains(url))
        {
            yield return L["LogoUnseen", L[label].Value];
        }
    }

    private string? Seen(string? url) => url is not null && _unseen.Contains(url) ? null : url;

    private string? ErrorOf(string field) =>
        (_refused as Invalid)?.Fields.FirstOrDefault(wrong => wrong.Field == field) is { } found ? L[$"brand_{found.Reason}"].Value : null;
}
