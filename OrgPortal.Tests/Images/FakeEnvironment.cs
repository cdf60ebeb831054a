using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;

namespace OrgPortal.Tests.Images;

internal sealed class FakeEnvironment(string name) : IHostEnvironment
{
    public string EnvironmentName { get; set; } = name;

    public string ApplicationName { get; set; } = "OrgPortal";

    public string ContentRootPath { get; set; } = string.Empty;

    public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
}
