using OrgPortal.Web.Components;

namespace OrgPortal.Web.Images;

/// <summary>Decodes what people upload, two at a time: a decoded picture takes up to 64 MB.</summary>
internal sealed class LogoEncoder : ILogoEncoder, IDisposable
{
    private readonly SemaphoreSlim _decodes = new(2);

    public async Task<byte[]?> EncodeAsync(byte[] file, CancellationToken cancellationToken = default)
    {
        await _decodes.WaitAsync(cancellationToken);
        try
        {
            return await Task.Run(() => PictureEncoder.EncodeLogo(file), cancellationToken);
        }
        finally
        {
            _decodes.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => _decodes.Dispose();
}
