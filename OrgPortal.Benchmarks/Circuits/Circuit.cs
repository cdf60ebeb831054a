using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.Extensions.DependencyInjection;

namespace OrgPortal.Benchmarks.Circuits;

/// <summary>
/// An open page of Blazor Server without a browser: speaks to the hub as <c>blazor.web.js</c> does, acknowledges what is rendered, and answers calls of scripts
/// with nothing. Over a WebSocket that is not compressed.
/// </summary>
internal sealed class Circuit : IAsyncDisposable
{
    private const int JsObjectReference = 1;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly HttpClient Http = new(new SocketsHttpHandler { UseCookies = false, UseProxy = false });

    private readonly HubConnection _hub;
    private readonly byte[] _rows;
    private Func<HttpRequestMessage>? _leave;
    private readonly List<byte[]> _opening = [];
    private TaskCompletionSource _shown = NewWait();
    private string? _error;
    private long _interop = -1;
    private long _objects;
    private long _calls;

    private Circuit(HubConnection hub, byte[] rows)
    {
        (_hub, _rows) = (hub, rows);
        hub.On("JS.RenderBatch", [typeof(long), typeof(byte[])], (arguments, _) => RenderedAsync((long)arguments[0]!, (byte[])arguments[1]!), this);
        hub.On("JS.BeginInvokeJS", [typeof(long), typeof(string), typeof(string), typeof(int), typeof(long), typeof(int)], (arguments, _) => InvokedAsync((long)arguments[0]!, (string)arguments[1]!, (string?)arguments[2], (int)arguments[3]!), this);
        hub.On("JS.Error", [typeof(string)], (arguments, _) => FailedAsync((string)arguments[0]!), this);
        hub.On("JS.EndInvokeDotNet", [typeof(string), typeof(bool), typeof(string)], (arguments, _) => (bool)arguments[1]! ? Task.CompletedTask : FailedAsync((string)arguments[2]!), this);
        hub.On("JS.AttachComponent", [typeof(int), typeof(string)], (_, _) => Task.CompletedTask, this);
        hub.On("JS.EndUpdateRootComponents", [typeof(long)], (_, _) => Task.CompletedTask, this);
        hub.Closed += exception => FailedAsync(exception?.Message ?? "The connection was closed.");
    }

    /// <summary>Bytes of what was rendered, so far.</summary>
    public long Received { get; private set; }

    /// <summary>The last batch with rows in it.</summary>
    public byte[] Shown { get; private set; } = [];

    /// <summary>What was rendered until the rows were there the first time: what can be clicked is found in it.</summary>
    public IReadOnlyList<byte[]> Opening => _opening;

    /// <summary>Whether the page is dead.</summary>
    public bool IsLost => _error is not null;

    /// <summary>Why, in the server's words.</summary>
    public string? Error => _error;

    /// <summary>Opens a page's circuit, and waits until its rows were rendered.</summary>
    /// <param name="page">The page.</param>
    /// <param name="cookies">Who it is, as a header; empty for nobody.</param>
    /// <param name="rows">What only a batch with rows has in it.</param>
    public static async Task<Circuit> OpenAsync(InteractivePage page, string cookies, byte[] rows)
    {
        var builder = new HubConnectionBuilder().WithUrl(new Uri(page.Url, "/_blazor"), HttpTransportType.WebSockets, options =>
        {
            options.SkipNegotiation = true;
            options.Headers["Origin"] = page.Url.GetLeftPart(UriPartial.Authority);
            if (cookies.Length > 0)
            {
                options.Headers["Cookie"] = cookies;
            }
        });
        builder.Services.AddSingleton<IHubProtocol>(new BlazorPack());
        var circuit = new Circuit(builder.Build(), rows);
        try
        {
            await circuit._hub.StartAsync();
            var secret = await circuit._hub.InvokeAsync<string?>("StartCircuit", page.Url.GetLeftPart(UriPartial.Authority) + "/", page.Url.AbsoluteUri, "[]", string.Empty);
            if (secret is null)
            {
                throw new InvalidOperationException("No circuit was started.");
            }

            circuit._leave = () =>
            {
                var request = new HttpRequestMessage(HttpMethod.Post, new Uri(page.Url, "/_blazor/disconnect")) { Content = new MultipartFormDataContent { { new StringContent(secret), "circuitId" } } };
                request.Headers.Add("Origin", page.Url.GetLeftPart(UriPartial.Authority));
                if (cookies.Length > 0)
                {
                    request.Headers.Add("Cookie", cookies);
                }

                return request;
            };

            await circuit.UntilShownAsync(() => circuit._hub.SendAsync("UpdateRootComponents", page.Operations, page.State));
            return circuit;
        }
        catch
        {
            await circuit.DisposeAsync();
            throw;
        }
    }

    /// <summary>Forgets what is no longer needed, so that many fit.</summary>
    public void ForgetOpening() => _opening.Clear();

    /// <summary>Follows a link, as a click on it does, until rows were rendered.</summary>
    public Task<TimeSpan> FollowAsync(Uri url) => UntilShownAsync(() => _hub.SendAsync("OnLocationChanged", url.AbsoluteUri, null, true));

    /// <summary>Clicks, until rows were rendered.</summary>
    public Task<TimeSpan> ClickAsync(ulong handler) => UntilShownAsync(() => _hub.SendAsync(
        "BeginInvokeDotNetFromJS", (++_calls).ToString(CultureInfo.InvariantCulture), null, "DispatchEventAsync", _interop,
        $$"""[{"eventHandlerId":{{handler}},"eventName":"click","eventFieldInfo":null},{"detail":1,"button":0,"buttons":0,"type":"click"}]"""));

    /// <summary>Leaves the page as a browser does: the circuit is not kept for somebody who may come back.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_leave?.Invoke() is { } leave)
        {
            using (leave)
            {
                using var answer = await Http.SendAsync(leave);
                answer.EnsureSuccessStatusCode();
            }
        }

        await _hub.DisposeAsync();
    }

    private static TaskCompletionSource NewWait() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private async Task<TimeSpan> UntilShownAsync(Func<Task> act)
    {
        var shown = _shown = NewWait();
        if (_error is not null)
        {
            throw new InvalidOperationException(_error);
        }

        var began = Stopwatch.GetTimestamp();
        await act();
        try
        {
            await shown.Task.WaitAsync(Patience);
        }
        catch (TimeoutException)
        {
            throw new TimeoutException($"No rows came in {Patience.TotalSeconds} s; {Received} bytes were rendered, interop {_interop}.");
        }

        return Stopwatch.GetElapsedTime(began);
    }

    private Task RenderedAsync(long batch, byte[] bytes)
    {
        Received += bytes.Length;
        if (Shown.Length == 0)
        {
            _opening.Add(bytes);
        }

        if (bytes.AsSpan().IndexOf(_rows) >= 0)
        {
            Shown = bytes;
            _shown.TrySetResult();
        }

        return _hub.SendAsync("OnRenderCompleted", batch, null);
    }

    private Task InvokedAsync(long handle, string identifier, string? arguments, int resultType)
    {
        if (identifier == "Blazor._internal.attachWebRendererInterop" && arguments is not null)
        {
            _interop = JsonNode.Parse(arguments)![1]!["__dotNetObject"]!.GetValue<long>();
        }

        if (handle == 0)
        {
            return Task.CompletedTask;
        }

        var result = resultType == JsObjectReference ? $$"""{"__jsObjectId":{{++_objects}}}""" : "null";
        return _hub.SendAsync("EndInvokeJSFromDotNet", handle, true, $"[{handle},true,{result}]");
    }

    private Task FailedAsync(string error)
    {
        _error ??= error;
        _shown.TrySetException(new InvalidOperationException(error));
        return Task.CompletedTask;
    }
}
