using System.Data.Common;
using OrgPortal.Web.Scheduling;

namespace OrgPortal.Web.Features.Operators;

/// <summary>Asks for the work of a survey that the journal says runs.</summary>
internal sealed partial class SurveyStart(IWorkStarter work, ILogger<SurveyStart> logger)
{
    /// <summary>Asks for it. Where that fails nothing is lost: the upkeep finds a survey that runs and is silent, and asks again.</summary>
    public async Task GoOnAsync()
    {
        try
        {
            await work.StartAsync<SurveyWork>(SurveyWork.Id);
        }
        catch (DbException exception)
        {
            NotStarted(exception);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The survey of the tenant could not be asked for; this is tried again in a while.")]
    private partial void NotStarted(Exception exception);
}
