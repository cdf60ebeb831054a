using MudBlazor;
using OrgPortal.Web.Localization;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Components;

internal sealed class Feedback(IDialogService dialogs, FailureTexts failures) : IFeedback
{
    // More than three at once are not read.
    private const int MostAtOnce = 3;

    private readonly List<Toast> _toasts = [];

    /// <summary>What is to be seen, the newest last.</summary>
    public IReadOnlyList<Toast> Toasts => _toasts;

    /// <summary>Raised when <see cref="Toasts"/> changed.</summary>
    public event Action? Changed;

    public async Task<bool> ConfirmAsync(Confirmation confirmation) => await ChooseAsync(confirmation) is not null;

    public async Task<string?> ChooseAsync(Confirmation confirmation)
    {
        var parameters = new DialogParameters<ConfirmDialog> { { dialog => dialog.Confirmation, confirmation } };
        var dialog = await dialogs.ShowAsync<ConfirmDialog>(null, parameters, ModalDialog.MudOptions);
        return await dialog.Result is { Canceled: false } agreed ? agreed.Data as string ?? string.Empty : null;
    }

    public void Succeeded(string text, Func<Task>? undo = null) => Show(new Toast(text, Failed: false, undo));

    public void Failed(Failure failure) => Show(new Toast(failures.Describe(failure), Failed: true, Undo: null));

    /// <summary>Takes the toast away.</summary>
    /// <returns>Whether it was still there.</returns>
    public bool Dismiss(Toast toast)
    {
        var was = _toasts.Remove(toast);
        Changed?.Invoke();
        return was;
    }

    private void Show(Toast toast)
    {
        _toasts.Add(toast);
        if (_toasts.Count > MostAtOnce)
        {
            _toasts.RemoveAt(0);
        }

        Changed?.Invoke();
    }
}
