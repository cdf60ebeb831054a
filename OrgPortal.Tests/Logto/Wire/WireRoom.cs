using System.Net;

namespace OrgPortal.Tests.Logto.Wire;

/// <summary>A room whose tests go through the book of calls.</summary>
public abstract class WireRoom : LogtoRoom
{
    public static TheoryData<string> EveryCall => LogtoCallBook.Names();

    public static TheoryData<string> WhatMayBeRepeated => LogtoCallBook.Names(call => call.IsRepeatable);

    public static TheoryData<string> WhatMustNotBeRepeated => LogtoCallBook.Names(call => !call.IsRepeatable);

    public static TheoryData<string> WhatReadsItsAnswer => LogtoCallBook.Names(call => call.Answer is not null);

    /// <summary>Makes the call; the clock moves as long as it takes.</summary>
    protected Task MakeAsync(string name) => PassingTimeAsync(LogtoCallBook.Find(name).Act(Services));

    /// <summary>The next answer is the one that belongs to the call.</summary>
    private protected void AnswersWell(string name)
    {
        if (LogtoCallBook.Find(name).Answer is { } answer)
        {
            Logto.Answers(HttpStatusCode.OK, answer, headers: ("Total-Number", "1"));
        }
        else
        {
            Logto.Answers(HttpStatusCode.Created, "Created", "text/plain");
        }
    }
}
