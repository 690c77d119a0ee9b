@echo off
rem Starts Fettle with a JDK 25: FETTLE_JAVA (a java.exe, or a JDK's folder), JAVA_HOME, the usual folders, then the PATH.
setlocal enableextensions
set "FETTLE_DIR=%~dp0.."
set "FOUND="

call :try "%FETTLE_JAVA%"
call :try "%FETTLE_JAVA%\bin\java.exe"
call :try "%FETTLE_DIR%\runtime\bin\java.exe"
call :try "%JAVA_HOME%\bin\java.exe"
for %%R in ("%ProgramFiles%\Eclipse Adoptium" "%ProgramFiles%\Java" "%ProgramFiles%\Microsoft" "%ProgramFiles%\Zulu" "%ProgramFiles%\Amazon Corretto" "%ProgramFiles%\BellSoft" "%USERPROFILE%\.jdks") do (
    for /d %%D in ("%%~R\*25*") do call :try "%%~D\bin\java.exe"
)
for %%J in (java.exe) do call :try "%%~$PATH:J"

if not defined FOUND (
    echo Fettle needs a JDK 25, and none was found: install Temurin 25 from adoptium.net, or point FETTLE_JAVA at one. 1>&2
    exit /b 3
)
"%FOUND%" --enable-native-access=ALL-UNNAMED -Dorg.bytedeco.javacpp.maxPhysicalBytes=0 -Dprism.lcdtext=false -Dfile.encoding=UTF-8 %FETTLE_JAVA_OPTIONS% -cp "%FETTLE_DIR%\lib\*" fettle.app.Launcher %*
exit /b %ERRORLEVEL%

:try
if defined FOUND exit /b 0
if "%~1"=="" exit /b 0
if not exist "%~1" exit /b 0
if exist "%~1\" exit /b 0
"%~1" -version 2>&1 | findstr /r /c:"version .25[.+\-]" /c:"version .25.$" /c:"version .25. " >nul
if not errorlevel 1 set "FOUND=%~1"
exit /b 0
