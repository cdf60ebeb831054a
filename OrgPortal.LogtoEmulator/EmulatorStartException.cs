namespace OrgPortal.LogtoEmulator;

/// <summary>The emulator could not be started; the message is a sentence for the person who starts it.</summary>
public sealed class EmulatorStartException : Exception
{
    /// <summary>Creates the exception without a reason.</summary>
    public EmulatorStartException()
        : base("The Logto emulator could not be started.")
    {
    }

    /// <summary>Creates the exception with its sentence.</summary>
    public EmulatorStartException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with its sentence and what lies behind it.</summary>
    public EmulatorStartException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
